package fr.appui.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The dated facts about a physician from which eligibility and working time follow. */
public record Career(
        List<Training> trainings,
        List<Employment> employments,
        List<Post> posts,
        List<Practice> practices,
        List<WorkingTime> workingTimes,
        List<Volunteering> volunteerings) {

    /** Of somebody whom nobody has asked yet whether they volunteer. */
    public Career(
            List<Training> trainings,
            List<Employment> employments,
            List<Post> posts,
            List<Practice> practices,
            List<WorkingTime> workingTimes) {
        this(trainings, employments, posts, practices, workingTimes, List.of());
    }

    public record Training(Diploma diploma, LocalDate obtainedOn) {}

    public record Employment(Finess employer, DateSpan dates) {}

    public record Post(Structure structure, DateSpan dates) {}

    public record Practice(TerritoryCode territory, DateSpan dates) {}

    /** @param share of a full-time post (quotité, ETP), from {@code from} until the next change */
    public record WorkingTime(BigDecimal share, LocalDate from) {
        public WorkingTime {
            if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0 || share.scale() > 3) {
                throw new IllegalArgumentException("quotité : " + share
                        + " ETP n'est pas valable ; attendu plus de 0 et au plus 1, trois décimales");
            }
        }
    }

    public Career {
        trainings = List.copyOf(trainings);
        employments = List.copyOf(employments);
        posts = List.copyOf(posts);
        practices = List.copyOf(practices);
        workingTimes = workingTimes.stream()
                .sorted(Comparator.comparing(WorkingTime::from))
                .toList();
        if (workingTimes.stream().map(WorkingTime::from).distinct().count() != workingTimes.size()) {
            throw new IllegalArgumentException("quotité : deux valeurs à partir de la même date ; en garder une");
        }
        volunteerings = List.copyOf(volunteerings);
        for (Volunteering volunteering : volunteerings) {
            if (practices.stream().map(Practice::territory).noneMatch(volunteering.territory()::equals)) {
                throw new IllegalArgumentException("volontariat : le médecin n'exerce pas sur « "
                        + volunteering.territory() + " » ; ajouter ce territoire d'exercice");
            }
            if (volunteering.basis() == Volunteering.Basis.USP_SERVICE
                    && posts.stream().map(Post::structure).noneMatch(Structure.USP::equals)) {
                throw new IllegalArgumentException(
                        "volontariat : l'obligation de service vaut en USP ; ajouter le poste en USP, ou choisir le"
                                + " volontariat");
            }
        }
    }

    /** In a territory's service; empty for whoever was never asked. */
    public List<Volunteering> volunteeringsIn(TerritoryCode territory) {
        return volunteerings.stream()
                .filter(volunteering -> volunteering.territory().equals(territory))
                .toList();
    }

    /** Whether they practise there on one of these dates, and have not left its service when they begin; candidates count. */
    public boolean takesPartIn(TerritoryCode territory, DateSpan dates) {
        List<Volunteering> known = volunteeringsIn(territory);
        return practices.stream()
                        .anyMatch(practice -> practice.territory().equals(territory)
                                && practice.dates().overlaps(dates))
                && (known.isEmpty()
                        || known.stream()
                                .anyMatch(volunteering -> volunteering.on(dates.from()) != Volunteering.State.LEFT));
    }

    /** The employer on a date; the latest to begin where two overlap. */
    public Optional<Finess> employerOn(LocalDate date) {
        return employments.stream()
                .filter(employment -> employment.dates().contains(date))
                .max(Comparator.comparing(employment -> employment.dates().from()))
                .map(Employment::employer);
    }

    /** The contractual share of a full-time post on a date; empty before the first known. */
    public Optional<BigDecimal> shareOn(LocalDate date) {
        return workingTimes.stream()
                .filter(time -> !time.from().isAfter(date))
                .reduce((earlier, later) -> later)
                .map(WorkingTime::share);
    }
}
