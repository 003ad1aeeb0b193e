package fr.appui.directory.store;

import fr.appui.directory.Career;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Erasure;
import fr.appui.directory.PersonalData;
import fr.appui.directory.Physician;
import fr.appui.directory.Volunteering;
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
        return "Fiche de l'annuaire";
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
        Career career = physician.career();
        career.trainings()
                .forEach(fact ->
                        facts.add(dated("formation", fact.diploma().name(), DateSpan.since(fact.obtainedOn()))));
        career.employments()
                .forEach(fact -> facts.add(dated("employeur", fact.employer().value(), fact.dates())));
        career.posts()
                .forEach(fact -> facts.add(dated("structure", fact.structure().name(), fact.dates())));
        career.practices()
                .forEach(fact -> facts.add(dated("territoire", fact.territory().value(), fact.dates())));
        career.workingTimes()
                .forEach(
                        fact -> facts.add(dated("quotité", fact.share().toPlainString(), DateSpan.since(fact.from()))));
        career.volunteerings().forEach(fact -> facts.add(volunteering(fact)));
        return facts;
    }

    private static Map<String, String> volunteering(Volunteering volunteering) {
        var fact = new LinkedHashMap<String, String>();
        fact.put("participation", volunteering.basis().label());
        fact.put("territoire", volunteering.territory().value());
        volunteering.appliedOn().ifPresent(date -> fact.put("candidature", date.toString()));
        volunteering.declaredOn().ifPresent(date -> fact.put("déclaration", date.toString()));
        volunteering.leftOn().ifPresent(date -> fact.put("départ", date.toString()));
        return fact;
    }

    private static Map<String, String> dated(String label, String value, DateSpan dates) {
        var fact = new LinkedHashMap<String, String>();
        fact.put(label, value);
        fact.put("à partir du", dates.from().toString());
        dates.to().ifPresent(end -> fact.put("jusqu'au", end.toString()));
        return fact;
    }
}
