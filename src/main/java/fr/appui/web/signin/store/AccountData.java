package fr.appui.web.signin.store;

import fr.appui.directory.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accounts that belong to a physician, with their sessions. */
@ApplicationScoped
@Transactional
class AccountData implements PersonalData {

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
                .map(row -> {
                    Map<String, String> facts = new LinkedHashMap<>();
                    facts.put("identifiant", row.login);
                    facts.put("nom affiché", row.name);
                    facts.put("créé le", row.createdAt.toString());
                    return facts;
                })
                .toList();
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
