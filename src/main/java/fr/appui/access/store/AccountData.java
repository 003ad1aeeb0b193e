package fr.appui.access.store;

import fr.appui.directory.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Accounts that belong to a physician, with whatever opens them; secrets are kept, and told to nobody. */
@ApplicationScoped
@Transactional
class AccountData implements PersonalData {

    private static final int MOST_OF_A_KIND = 100;

    private final EntityManager database;

    AccountData(EntityManager database) {
        this.database = database;
    }

    @Override
    public String heading() {
        return "Compte";
    }

    @Override
    public List<Map<String, String>> of(Person person) {
        return rows(person).stream()
                .flatMap(row -> Stream.concat(Stream.of(account(row)), openedBy(row.id)))
                .toList();
    }

    private static Map<String, String> account(AccountRow row) {
        return facts("identifiant", row.login, "nom affiché", row.name, "créé le", row.createdAt);
    }

    private Stream<Map<String, String>> openedBy(UUID account) {
        return Stream.of(
                        all(SessionStore.Row.class, account)
                                .map(row -> facts(
                                        "session sur",
                                        row.device,
                                        "ouverte le",
                                        row.startedAt,
                                        "vue le",
                                        row.lastSeenAt,
                                        "gardée jusqu’au",
                                        row.keptUntil)),
                        all(PushSubscriptionStore.Row.class, account)
                                .map(row ->
                                        facts("notifications sur", row.name, "depuis", row.since, "vu le", row.seenAt)),
                        all(PasskeyStore.Row.class, account)
                                .map(row -> facts(
                                        "clé d’accès",
                                        row.name,
                                        "créée le",
                                        row.createdAt,
                                        "servie le",
                                        row.lastUsedAt)),
                        all(SecondFactorStore.Row.class, account)
                                .map(row -> facts("code à six chiffres", "proposé", "confirmé le", row.confirmedAt)),
                        all(KnownBrowserStore.Row.class, account)
                                .map(row -> facts("navigateur reconnu", "oui", "vu le", row.seenAt)))
                .flatMap(kind -> kind);
    }

    private <R> Stream<R> all(Class<R> kind, UUID account) {
        CriteriaBuilder builder = database.getCriteriaBuilder();
        CriteriaQuery<R> query = builder.createQuery(kind);
        query.where(builder.equal(query.from(kind).get("accountId"), account));
        return database.createQuery(query).setMaxResults(MOST_OF_A_KIND).getResultList().stream();
    }

    /** @param labelled a label, what is told of it, and so on; what is null is left out */
    private static Map<String, String> facts(@Nullable Object... labelled) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int label = 0; label < labelled.length; label += 2) {
            Object told = labelled[label + 1];
            if (told != null) {
                facts.put(String.valueOf(labelled[label]), told.toString());
            }
        }
        return facts;
    }

    @Override
    public int erase(Person person) {
        List<AccountRow> rows = rows(person);
        rows.forEach(database::remove);
        return rows.size();
    }

    private List<AccountRow> rows(Person person) {
        return database.createQuery("from AccountRow where physicianId = ?1", AccountRow.class)
                .setParameter(1, person.id().value())
                .getResultList();
    }
}
