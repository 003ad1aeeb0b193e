package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryLookup;
import fr.appui.directory.DirectoryRead;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchDate;
import fr.appui.planning.FrenchDays;
import fr.appui.planning.Wishes;
import fr.appui.rota.DutyLocks;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks the physicians of a territory for their wishes, says who has answered, and writes again to those who have not. */
@ApplicationScoped
@Transactional
public class WishCampaignDesk {

    /** Nobody needs two reminders of one morning. */
    private static final Duration BETWEEN_REMINDERS = Duration.ofHours(12);

    /** Where a day ends last: what is over there is over everywhere. */
    private static final ZoneId LAST_TO_END = ZoneOffset.ofHours(-12);

    private final WishCampaignBook campaigns;
    private final WishBook wishes;
    private final Directory directory;
    private final DutyLocks locks;
    private final PlanningActs acts;
    private final Letters letters;
    private final WrittenNames names;
    private final Clock clock;

    WishCampaignDesk(
            WishCampaignBook campaigns,
            WishBook wishes,
            Directory directory,
            DutyLocks locks,
            PlanningActs acts,
            Letters letters,
            WrittenNames names,
            Clock clock) {
        this.campaigns = campaigns;
        this.wishes = wishes;
        this.directory = directory;
        this.locks = locks;
        this.acts = acts;
        this.letters = letters;
        this.names = names;
        this.clock = clock;
    }

    /** What came of an act. */
    public sealed interface Outcome {

        record Done(View view) implements Outcome {}

        /** @param field what to correct @param why in French, with the remedy */
        record Senseless(String field, String why) implements Outcome {}
    }

    /** @param answer empty as long as there is none */
    public record Asked(Physician physician, Optional<WishCampaign.Answer> answer) {}

    /** @param asked all who take part in the quarter, candidates among them */
    public record View(WishCampaign campaign, List<Asked> asked) {

        public List<Asked> waitedFor() {
            return asked.stream().filter(one -> one.answer().isEmpty()).toList();
        }

        public int answered() {
            return asked.size() - waitedFor().size();
        }
    }

    public Optional<View> view(TerritoryCode territory, Quarter quarter) {
        return campaigns.of(territory, quarter).map(this::view);
    }

    /** Of quarters that are not over, by quarter. */
    public List<View> current(TerritoryCode territory) {
        return current(Reach.of(territory));
    }

    /** The same of several territories, read at once. */
    public List<View> current(Reach within) {
        List<WishCampaign> known = campaigns.current(within, LocalDate.ofInstant(clock.instant(), LAST_TO_END));
        if (known.isEmpty()) {
            return List.of();
        }
        DirectoryRead people = directory.read(
                Reach.of(known.stream().map(WishCampaign::territory).collect(Collectors.toSet())));
        Map<WishCampaign, List<WishCampaign.Answer>> answers = campaigns.answers(known);
        return known.stream()
                .filter(campaign -> !campaign.quarter().last().isBefore(today(people.territory(campaign.territory()))))
                .map(campaign -> view(campaign, answers.getOrDefault(campaign, List.of()), people))
                .toList();
    }

    /** Those of all territories where this physician practises in the quarter, by quarter. */
    public List<View> current(Physician physician) {
        return current(Reach.of(physician.career().territories())).stream()
                .filter(view -> view.asked().stream()
                        .anyMatch(one -> one.physician().id().equals(physician.id())))
                .sorted(Comparator.comparing((View view) -> view.campaign().quarter()))
                .toList();
    }

    /** Opened a second time, only its deadline changes, and nobody is asked again. */
    public Outcome open(TerritoryCode territory, Quarter quarter, LocalDate deadline, Act act) {
        locks.hold(territory, List.of());
        LocalDate today = today(territory);
        if (quarter.last().isBefore(today)) {
            return new Outcome.Senseless("quarter", "le " + quarter.label() + " est fini ; en choisir un à venir");
        }
        if (deadline.isBefore(today) || deadline.isAfter(quarter.last())) {
            return new Outcome.Senseless(
                    "deadline",
                    "choisir un jour à partir d’aujourd’hui, au plus tard le " + FrenchDate.of(quarter.last()));
        }
        Optional<WishCampaign> known = campaigns.of(territory, quarter);
        if (known.isPresent()) {
            return new Outcome.Done(moved(known.get(), deadline, act));
        }
        var campaign = new WishCampaign(territory, quarter, deadline, act, Optional.empty());
        campaigns.keep(campaign);
        View view = heard(campaign);
        record(
                campaign,
                PlanningAct.Kind.WISHES_ASKED,
                FrenchDays.counted(view.asked().size(), "médecin sollicité", "médecins sollicités") + " avant le "
                        + FrenchDate.of(deadline) + ".",
                act);
        view.asked().forEach(one -> write(campaign, one.physician().id(), subject(campaign), ""));
        return new Outcome.Done(view);
    }

    private View moved(WishCampaign known, LocalDate deadline, Act act) {
        if (known.deadline().equals(deadline)) {
            return view(known);
        }
        WishCampaign moved = known.until(deadline);
        campaigns.keep(moved);
        record(moved, PlanningAct.Kind.WISHES_ASKED, "Échéance : " + FrenchDate.of(deadline) + ".", act);
        return view(moved);
    }

    /** Writes to those who have not answered. */
    public Outcome remind(TerritoryCode territory, Quarter quarter, Act act) {
        locks.hold(territory, List.of());
        Optional<WishCampaign> known = campaigns.of(territory, quarter);
        if (known.isEmpty()) {
            return new Outcome.Senseless("quarter", "aucun recueil n’est ouvert pour le " + quarter.label());
        }
        List<Asked> waitedFor = heard(known.get()).waitedFor();
        if (waitedFor.isEmpty()) {
            return new Outcome.Senseless("quarter", "tous ont répondu : il n’y a personne à relancer");
        }
        if (known.get()
                .remindedAt()
                .filter(last -> last.plus(BETWEEN_REMINDERS).isAfter(act.at()))
                .isPresent()) {
            return new Outcome.Senseless(
                    "quarter", "une relance est partie il y a moins de 12 heures ; attendre, ou appeler");
        }
        WishCampaign reminded = known.get().reminded(act.at());
        campaigns.keep(reminded);
        waitedFor.forEach(one -> write(
                reminded,
                one.physician().id(),
                "Rappel – " + subject(reminded),
                "Sans réponse de votre part, le planning se fera avec les seuls souhaits que vous avez déjà donnés, s’il y"
                        + " en a. "));
        record(
                reminded,
                PlanningAct.Kind.WISHES_REMINDED,
                FrenchDays.people(waitedFor.stream()
                                .map(one -> one.physician().name().titled())
                                .toList())
                        + ".",
                act);
        return new Outcome.Done(view(reminded));
    }

    /** « Rien à dire » is an answer; for who gave wishes it says that they are all of them. */
    public Outcome answer(TerritoryCode territory, Quarter quarter, PhysicianId physician, Act act) {
        Optional<View> asked = view(territory, quarter)
                .filter(view -> view.asked().stream()
                        .anyMatch(one -> one.physician().id().equals(physician)));
        if (asked.isEmpty()) {
            return new Outcome.Senseless(
                    "quarter", "aucun recueil n’attend la réponse de ce médecin pour le " + quarter.label());
        }
        boolean gave = asked.get().asked().stream()
                .filter(one -> one.physician().id().equals(physician))
                .flatMap(one -> one.answer().stream())
                .anyMatch(answer -> answer.kind() == WishCampaign.Kind.WISHES);
        if (!gave) {
            campaigns.answer(
                    territory, quarter, new WishCampaign.Answer(physician, WishCampaign.Kind.NOTHING, act.at()));
            record(
                    asked.get().campaign(),
                    PlanningAct.Kind.WISHES_ANSWERED,
                    names.of(physician) + " n’a rien à demander.",
                    act);
        }
        return new Outcome.Done(view(territory, quarter).orElseThrow());
    }

    /** Joins the change of wishes: what somebody asks for in a quarter is their answer. */
    void changed(PhysicianId physician, Wishes before, Wishes after) {
        directory.physician(physician).stream()
                .flatMap(known -> current(known).stream())
                .map(View::campaign)
                .filter(campaign -> WishCampaign.isSaid(campaign.quarter(), before, after))
                .forEach(campaign -> wished(campaign, physician));
    }

    /**
     * What was asked for before the campaign opened is an answer as well. Also before a reminder: it goes to nobody who gave
     * wishes at the very moment of the opening, when neither act saw the other.
     */
    private View heard(WishCampaign campaign) {
        view(campaign).waitedFor().stream()
                .map(one -> one.physician().id())
                .filter(physician -> WishCampaign.isSaid(campaign.quarter(), Wishes.none(), wishes.of(physician)))
                .forEach(physician -> wished(campaign, physician));
        return view(campaign);
    }

    private void wished(WishCampaign campaign, PhysicianId physician) {
        campaigns.answer(
                campaign.territory(),
                campaign.quarter(),
                new WishCampaign.Answer(physician, WishCampaign.Kind.WISHES, clock.instant()));
    }

    /** The object of the mail that asks: how what became of it is found again. */
    public static String subject(WishCampaign campaign) {
        return "Vos souhaits pour le " + campaign.quarter().label();
    }

    private View view(WishCampaign campaign) {
        return view(campaign, campaigns.answers(campaign.territory(), campaign.quarter()), directory);
    }

    private static View view(WishCampaign campaign, List<WishCampaign.Answer> given, DirectoryLookup directory) {
        Map<PhysicianId, WishCampaign.Answer> answers =
                given.stream().collect(Collectors.toMap(WishCampaign.Answer::physician, Function.identity()));
        var quarter =
                DateSpan.between(campaign.quarter().first(), campaign.quarter().last());
        return new View(
                campaign,
                directory.physiciansOf(campaign.territory()).stream()
                        .filter(physician ->
                                !physician.isErased() && physician.career().takesPartIn(campaign.territory(), quarter))
                        .map(physician -> new Asked(physician, Optional.ofNullable(answers.get(physician.id()))))
                        .toList());
    }

    private void write(WishCampaign campaign, PhysicianId physician, String subject, String before) {
        String name = directory
                .territory(campaign.territory())
                .map(Territory::name)
                .orElse(campaign.territory().value());
        letters.toPhysician(
                campaign.territory(),
                physician,
                subject,
                "Bonjour,\n\nLa coordination (" + name + ") prépare le planning du "
                        + campaign.quarter().label() + ". " + before
                        + "Dites vos indisponibilités et vos souhaits avant le " + FrenchDate.of(campaign.deadline())
                        + ", dans l’application, page « Mes souhaits ». Si vous n’avez rien à demander, dites-le d’un"
                        + " appui sur « Rien à dire ».\n");
    }

    private void record(WishCampaign campaign, PlanningAct.Kind kind, String detail, Act act) {
        acts.record(new PlanningAct(
                campaign.territory(),
                kind,
                campaign.quarter().toString(),
                campaign.quarter().label() + " : " + detail,
                act));
    }

    private LocalDate today(TerritoryCode territory) {
        return today(directory.territory(territory));
    }

    private LocalDate today(Optional<Territory> territory) {
        ZoneId zone = territory.map(Territory::timeZone).orElse(Territory.USUAL_ZONE);
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
