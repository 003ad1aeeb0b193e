package fr.appui.directory.store;

import fr.appui.directory.Erasure;
import fr.appui.directory.PersonalData;
import fr.appui.directory.Physician;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sheet in the directory. */
@ApplicationScoped
@Transactional
class PhysicianData implements PersonalData {

    private final Clock clock;

    PhysicianData(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String heading() {
        return "Fiche de l’annuaire";
    }

    @Override
    public List<Map<String, String>> of(Person person) {
        return PhysicianRow.<PhysicianRow>findByIdOptional(person.id().toString())
                .map(row -> facts(row.toPhysician()))
                .orElse(List.of());
    }

    @Override
    public int erase(Person person) {
        PhysicianRow row = PhysicianRow.findById(person.id().toString(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return 0;
        }
        Optional<String> last = PhysicianRow.<PhysicianRow>find("rpps like '0000%' order by rpps desc")
                .firstResultOptional()
                .map(erased -> erased.rpps);
        int count = last.map(rpps -> Integer.parseInt(rpps.substring(4, 10))).orElse(0) + 1;
        row.fill(Erasure.of(row.toPhysician(), count, LocalDate.now(clock)));
        PhysicianRow.flush();
        return 1;
    }

    private static List<Map<String, String>> facts(Physician physician) {
        var facts = new ArrayList<Map<String, String>>();
        var sheet = new LinkedHashMap<String, String>();
        sheet.put("prénom", physician.name().given());
        sheet.put("nom", physician.name().family());
        sheet.put("rpps", physician.rpps().value());
        sheet.put("mail", physician.mail().value());
        facts.add(sheet);
        physician
                .numbers()
                .forEach(contact -> facts.add(Map.of("numéro", contact.number().e164())));
        physician.career().told().forEach(kind -> facts.addAll(kind.facts()));
        return facts;
    }
}
