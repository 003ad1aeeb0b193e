package fr.appui.planning.store;

import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.PlanningSettings;
import fr.appui.planning.life.SettingsBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@ApplicationScoped
@Transactional
class StoredSettings implements SettingsBook {

    @Override
    public PlanningSettings of(TerritoryCode territory) {
        return SettingsRow.<SettingsRow>findByIdOptional(territory.value())
                .map(SettingsRow::toSettings)
                .orElseGet(PlanningSettings::defaults);
    }

    @Override
    public Map<TerritoryCode, PlanningSettings> chosen(Reach within) {
        List<SettingsRow> rows = within.only()
                .map(only -> SettingsRow.<SettingsRow>list(
                        "territory in ?1",
                        only.stream().map(TerritoryCode::value).toList()))
                .orElseGet(() -> SettingsRow.listAll());
        return rows.stream()
                .collect(Collectors.toMap(row -> new TerritoryCode(row.territory), SettingsRow::toSettings));
    }

    @Override
    public int version(TerritoryCode territory) {
        return SettingsRow.<SettingsRow>findByIdOptional(territory.value())
                .map(row -> row.version)
                .orElse(0);
    }

    @Override
    public void keep(TerritoryCode territory, PlanningSettings settings) {
        SettingsRow row =
                SettingsRow.<SettingsRow>findByIdOptional(territory.value()).orElseGet(SettingsRow::new);
        row.fill(territory, settings);
        row.persist();
    }
}
