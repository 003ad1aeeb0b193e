package fr.appui.planning.life;

import fr.appui.directory.Audit;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.Directory;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.notice.SmsChoices;
import fr.appui.rota.Substitution.Act;
import fr.appui.sms.SmsGateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A territory offers its physicians messages by SMS, each of whom asks for them or not. */
@ApplicationScoped
@Transactional
public class SmsDesk {

    private final SmsChoices choices;
    private final SmsGateway gateway;
    private final Directory directory;
    private final PlanningActs acts;
    private final Audit audit;
    private final Clock clock;

    SmsDesk(SmsChoices choices, SmsGateway gateway, Directory directory, PlanningActs acts, Audit audit, Clock clock) {
        this.choices = choices;
        this.gateway = gateway;
        this.directory = directory;
        this.acts = acts;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param possible whether this installation has a gateway at all */
    public record Offer(boolean possible, boolean offered) {}

    /**
     * What a physician sees of their own.
     *
     * @param territories that offer it, by name; empty where there is nothing to choose
     * @param number where it would arrive; empty without a mobile in the directory
     */
    public record Mine(List<String> territories, Optional<PhoneNumber> number, boolean wanted) {}

    public Offer of(TerritoryCode territory) {
        return new Offer(gateway.isConfigured(), choices.isOffered(territory));
    }

    public void offer(TerritoryCode territory, boolean offered, Act act) {
        if (choices.offer(territory, offered, act.at())) {
            acts.record(new PlanningAct(
                    territory,
                    PlanningAct.Kind.SETTINGS_CHANGED,
                    territory.value(),
                    offered
                            ? "Les messages de planning partent aussi par SMS aux médecins qui le demandent."
                            : "Les messages de planning ne partent plus par SMS.",
                    act));
        }
    }

    public Mine of(PhysicianId id) {
        Optional<Physician> physician = directory.physician(id).filter(known -> gateway.isConfigured());
        return new Mine(
                physician.map(this::offering).orElse(List.of()),
                physician.flatMap(SmsDesk::mobile),
                choices.isWanted(id));
    }

    public void want(PhysicianId id, boolean wanted, String login) {
        if (choices.want(id, wanted, clock.instant())) {
            audit.record(
                    login,
                    wanted ? "sms.wanted" : "sms.unwanted",
                    login,
                    wanted ? "Messages de planning demandés par SMS" : "Plus de messages de planning par SMS");
        }
    }

    private List<String> offering(Physician physician) {
        return physician.career().territories().stream()
                .filter(choices::isOffered)
                .flatMap(code -> directory.territory(code).stream())
                .map(Territory::name)
                .toList();
    }

    private static Optional<PhoneNumber> mobile(Physician physician) {
        return physician.numbers().stream()
                .map(ContactNumber::number)
                .filter(PhoneNumber::mayTakeTexts)
                .findFirst();
    }
}
