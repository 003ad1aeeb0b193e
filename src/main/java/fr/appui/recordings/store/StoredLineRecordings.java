package fr.appui.recordings.store;

import fr.appui.directory.Audit;
import fr.appui.directory.Directory;
import fr.appui.directory.SupportLine;
import fr.appui.directory.TerritoryCode;
import fr.appui.recordings.LineRecordings;
import fr.appui.recordings.RecordingSet;
import fr.appui.recordings.Sound;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
@Transactional
class StoredLineRecordings implements LineRecordings {

    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    StoredLineRecordings(Directory directory, Audit audit, Clock clock) {
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Kept> of(TerritoryCode territory) {
        return LineRecordingRow.<LineRecordingRow>list("id.territory", Sort.by("id.prompt"), territory.value()).stream()
                .map(LineRecordingRow::toKept)
                .toList();
    }

    @Override
    public Optional<Kept> of(TerritoryCode territory, String prompt) {
        return LineRecordingRow.<LineRecordingRow>findByIdOptional(key(territory, prompt))
                .map(LineRecordingRow::toKept);
    }

    @Override
    public void put(TerritoryCode territory, String prompt, Sound sound, String by) {
        Optional<LineRecordingRow> before = held(key(territory, prompt));
        LineRecordingRow.put(
                key(territory, prompt), sound.alaw(), RecordingSet.sha256(sound.alaw()), clock.instant(), by);
        audit.record(
                by,
                "recording.put",
                territory + " " + prompt,
                Audit.change(before.map(row -> told(row.toKept().sound())), Optional.of(told(sound))));
    }

    @Override
    public boolean remove(TerritoryCode territory, String prompt, String by) {
        Optional<LineRecordingRow> before = held(key(territory, prompt));
        before.ifPresent(row -> {
            row.delete();
            audit.record(
                    by,
                    "recording.removed",
                    territory + " " + prompt,
                    Audit.change(Optional.of(told(row.toKept().sound())), Optional.of("l’annonce livrée")));
        });
        return before.isPresent();
    }

    private static Optional<LineRecordingRow> held(LineRecordingRow.Key key) {
        return LineRecordingRow.findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
    }

    private static String told(Sound sound) {
        return "enregistrement de studio, " + Audit.file(sound.alaw());
    }

    @Override
    public RecordingSet set() {
        Map<String, byte[]> files = new HashMap<>();
        for (LineRecordingRow row : LineRecordingRow.<LineRecordingRow>listAll()) {
            directory
                    .territory(new TerritoryCode(row.id.territory()))
                    .flatMap(territory -> territory.line().map(SupportLine::number))
                    .ifPresent(
                            line -> files.put(RecordingSet.path(line.e164().substring(1), row.id.prompt()), row.sound));
        }
        return new RecordingSet(files);
    }

    private static LineRecordingRow.Key key(TerritoryCode territory, String prompt) {
        return new LineRecordingRow.Key(territory.value(), prompt);
    }
}
