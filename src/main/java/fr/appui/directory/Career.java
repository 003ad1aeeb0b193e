package fr.appui.directory;

import fr.appui.french.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
                throw new InvalidInput("quotité : " + share
                        + " ETP n’est pas valable ; attendu plus de 0 et au plus 1, trois décimales");
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
            throw new InvalidInput("quotité : deux valeurs à partir de la même date ; en garder une");
        }
        volunteerings = List.copyOf(volunteerings);
        for (Volunteering volunteering : volunteerings) {
            if (practices.stream().map(Practice::territory).noneMatch(volunteering.territory()::equals)) {
                throw new InvalidInput("volontariat : le médecin n’exerce pas sur « " + volunteering.territory()
                        + " » ; ajouter ce territoire d’exercice");
            }
            if (volunteering.basis() == Volunteering.Basis.USP_SERVICE
                    && posts.stream().map(Post::structure).noneMatch(Structure.USP::equals)) {
                throw new InvalidInput(
                        "volontariat : l’obligation de service vaut en USP ; ajouter le poste en USP, ou choisir le"
                                + " volontariat");
            }
        }
    }

    /** Where they practise or practised, each once, in the order written. */
    public Set<TerritoryCode> territories() {
        return practices.stream()
                .map(Practice::territory)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }

    /**
     * A kind of fact and each fact of it as words.
     *
     * @param kind as the audit log names what changed
     * @param facts as a person is told what is kept of them
     */
    public record Told(String kind, List<Map<String, String>> facts) {}

    /** All of it, told. */
    public List<Told> told() {
        return List.of(
                told(
                        "formations",
                        trainings,
                        fact -> dated("formation", fact.diploma().name(), DateSpan.since(fact.obtainedOn()))),
                told(
                        "employeurs",
                        employments,
                        fact -> dated("employeur", fact.employer().value(), fact.dates())),
                told(
                        "structures",
                        posts,
                        fact -> dated("structure", fact.structure().name(), fact.dates())),
                told(
                        "territoires",
                        practices,
                        fact -> dated("territoire", fact.territory().value(), fact.dates())),
                told(
                        "quotité",
                        workingTimes,
                        fact -> dated(
                                "quotité",
                                fact.share().stripTrailingZeros().toPlainString(),
                                DateSpan.since(fact.from()))),
                told("volontariat", volunteerings, Volunteering::told));
    }

    private static <T> Told told(String kind, List<T> facts, Function<T, Map<String, String>> words) {
        return new Told(kind, facts.stream().map(words).toList());
    }

    private static Map<String, String> dated(String label, String value, DateSpan dates) {
        var fact = new LinkedHashMap<String, String>();
        fact.put(label, value);
        fact.put("à partir du", dates.from().toString());
        dates.to().ifPresent(end -> fact.put("jusqu’au", end.toString()));
        return fact;
    }

    /** Of somebody who practises nowhere any more, where there is nothing left to volunteer for. */
    Career ended(LocalDate today) {
        List<Practice> past = practices.stream()
                .filter(practice -> !practice.dates().from().isAfter(today))
                .map(practice ->
                        practice.dates().to().filter(end -> !end.isAfter(today)).isPresent()
                                ? practice
                                : new Practice(
                                        practice.territory(),
                                        new DateSpan(practice.dates().from(), Optional.of(today))))
                .toList();
        List<TerritoryCode> kept = past.stream().map(Practice::territory).toList();
        return new Career(
                trainings,
                employments,
                posts,
                past,
                workingTimes,
                volunteerings.stream()
                        .filter(volunteering -> kept.contains(volunteering.territory()))
                        .toList());
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

    public record ShareChange(LocalDate on, BigDecimal before, BigDecimal after) {}

    /** Where the share became another one; the first known changes nothing. */
    public List<ShareChange> shareChanges() {
        return IntStream.range(1, workingTimes.size())
                .mapToObj(at -> new ShareChange(
                        workingTimes.get(at).from(),
                        workingTimes.get(at - 1).share(),
                        workingTimes.get(at).share()))
                .filter(change -> change.before().compareTo(change.after()) != 0)
                .toList();
    }

    /** The contractual share of a full-time post on a date; empty before the first known. */
    public Optional<BigDecimal> shareOn(LocalDate date) {
        return workingTimes.stream()
                .filter(time -> !time.from().isAfter(date))
                .reduce((earlier, later) -> later)
                .map(WorkingTime::share);
    }
}
