package fr.appui.directory;

import fr.appui.french.FrenchDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a physician may be on duty for a territory, date by date: the four cumulative conditions and the convention. */
public record Eligibility(Physician physician, Partners partners) {

    public enum Condition {
        TRAINED,
        EMPLOYED,
        IN_PALLIATIVE_STRUCTURE,
        PRACTISES_IN_TERRITORY,
        TAKES_PART,
        COVERED_BY_AGREEMENT
    }

    public sealed interface Answer {

        record Eligible() implements Answer {}

        /** @param unmet in the order of the document; never empty */
        record NotEligible(List<Unmet> unmet) implements Answer {
            public NotEligible {
                unmet = List.copyOf(unmet);
            }
        }
    }

    /** @param sentence in French, for the coordinator */
    public record Unmet(Condition condition, String sentence) {}

    public Answer on(LocalDate date) {
        List<Unmet> unmet = Stream.of(
                        trained(date),
                        employed(date),
                        inStructure(date),
                        practises(date),
                        takesPart(date),
                        covered(date))
                .flatMap(Optional::stream)
                .toList();
        return unmet.isEmpty() ? new Answer.Eligible() : new Answer.NotEligible(unmet);
    }

    /** « être formé en soins palliatifs (DU/DIU/DESC/FST/Master 2) » (doc 001 §2). */
    private Optional<Unmet> trained(LocalDate date) {
        boolean trained = career().trainings().stream()
                .anyMatch(training -> !training.obtainedOn().isAfter(date));
        return unless(
                trained,
                Condition.TRAINED,
                "n’a pas de formation en soins palliatifs (DU, DIU, DESC, FST ou master 2) obtenue",
                date);
    }

    /** « être salarié d'un établissement de santé » (doc 001 §2). */
    private Optional<Unmet> employed(LocalDate date) {
        boolean employed = career().employerOn(date)
                .flatMap(partners::establishment)
                .filter(employer -> employer.kind().isHealthEstablishment())
                .isPresent();
        return unless(employed, Condition.EMPLOYED, "n’est pas salarié d’un établissement de santé connu", date);
    }

    /**
     * « exercer au sein des USP, EMSP, HAD ou DAC » (doc 001 §2); LISP referents « peuvent participer » (doc 000 annexe 3) where the
     * territory admits them.
     */
    private Optional<Unmet> inStructure(LocalDate date) {
        boolean withoutLisp = partners.territory().rules().excludesLisp();
        List<Structure> posts = career().posts().stream()
                .filter(post -> post.dates().contains(date))
                .map(Career.Post::structure)
                .toList();
        String lack = !withoutLisp
                ? "n’exerce pas dans une USP, une EMSP, une HAD, un DAC ou des LISP"
                : posts.isEmpty()
                        ? "n’exerce pas dans une USP, une EMSP, une HAD ou un DAC"
                        : "n’exerce que dans des LISP, que « "
                                + partners.territory().name() + " » n’admet pas,";
        return unless(
                posts.stream().anyMatch(structure -> !withoutLisp || structure != Structure.LISP),
                Condition.IN_PALLIATIVE_STRUCTURE,
                lack,
                date);
    }

    /** « exercer son activité sur le territoire de l'appui » (doc 001 §2). */
    private Optional<Unmet> practises(LocalDate date) {
        boolean practises = career().practices().stream()
                .anyMatch(practice ->
                        practice.territory().equals(partners.territory().code())
                                && practice.dates().contains(date));
        return unless(
                practises,
                Condition.PRACTISES_IN_TERRITORY,
                "n’exerce pas sur le territoire « " + partners.territory().name() + " »",
                date);
    }

    /**
     * « La participation du personnel médical se fait sur la base du volontariat » (doc 001 §4). Of whom nothing is recorded
     * nothing is refused: directories that are older than the record have it from nobody.
     */
    private Optional<Unmet> takesPart(LocalDate date) {
        List<Volunteering> known = career().volunteeringsIn(partners.territory().code());
        boolean candidate =
                known.stream().anyMatch(volunteering -> volunteering.on(date) == Volunteering.State.CANDIDATE);
        return unless(
                known.isEmpty()
                        || known.stream()
                                .anyMatch(volunteering -> volunteering.on(date) == Volunteering.State.TAKES_PART),
                Condition.TAKES_PART,
                candidate
                        ? "s’est porté candidat et n’a pas encore déclaré son volontariat"
                        : "ne participe plus à l’appui",
                date);
    }

    /** « des conventions de coopération entre les établissements […] doivent être signées » (doc 001 §4). */
    private Optional<Unmet> covered(LocalDate date) {
        return career().employerOn(date)
                .filter(employer -> !partners.coverOn(employer, date))
                .flatMap(employer -> unless(
                        false,
                        Condition.COVERED_BY_AGREEMENT,
                        "est salarié de « " + partners.nameOf(employer)
                                + " », que ne couvre aucune convention avec l’établissement porteur",
                        date));
    }

    private Optional<Unmet> unless(boolean met, Condition condition, String lack, LocalDate date) {
        return met
                ? Optional.empty()
                : Optional.of(new Unmet(
                        condition, physician.name().titled() + " " + lack + " au " + FrenchDate.of(date) + "."));
    }

    private Career career() {
        return physician.career();
    }
}
