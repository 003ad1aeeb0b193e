package fr.appui.rota;

import fr.appui.calendar.Opening;
import fr.appui.directory.Dialling;
import fr.appui.directory.Dialling.Whose;
import fr.appui.directory.LocalRules;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.SupportLine;
import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The snapshot made from {@link RotaFacts}: every answer of the coming weeks is worked out once, a look-up only finds it. */
public final class IndexedRota implements RotaSnapshot {

    public static final IndexedRota EMPTY = of(RotaFacts.NONE);

    private final RotaFacts facts;
    private final Map<TerritoryCode, RotaFacts.TerritoryFacts> territories = new HashMap<>();
    private final Map<PhoneNumber, SupportLine> lines;
    private final Map<TerritoryCode, Timeline> timelines;
    private final Map<TerritoryCode, MadeOf> madeOf;
    private final Set<PhoneNumber> ownNumbers;

    private IndexedRota(
            RotaFacts facts,
            Map<PhoneNumber, SupportLine> lines,
            Map<TerritoryCode, Timeline> timelines,
            Map<TerritoryCode, MadeOf> madeOf) {
        this.facts = facts;
        facts.territories().forEach(known -> territories.put(known.code(), known));
        this.lines = lines;
        this.timelines = timelines;
        this.madeOf = madeOf;
        this.ownNumbers = facts.ownNumbers();
    }

    public static IndexedRota of(RotaFacts facts) {
        return of(facts, made -> Optional.empty());
    }

    /** @param known the timeline that was made of the same, if any */
    private static IndexedRota of(RotaFacts facts, Function<MadeOf, Optional<Timeline>> known) {
        var rota = new IndexedRota(facts, new HashMap<>(), new HashMap<>(), new HashMap<>());
        Map<PhysicianId, RotaFacts.Reachable> everybody = new HashMap<>();
        facts.physicians().forEach(reachable -> everybody.put(reachable.physician(), reachable));
        Set<PhoneNumber> ours = facts.lines();
        for (RotaFacts.TerritoryFacts territory : facts.territories()) {
            Dialling rule = territory.dialling();
            territory.line().ifPresent(line -> rota.lines.put(line.number(), dialling(line, rule, ours)));
            MadeOf made = MadeOf.of(facts, territory, everybody, ours);
            rota.madeOf.put(territory.code(), made);
            rota.timelines.put(territory.code(), known.apply(made).orElseGet(made::timeline));
        }
        return rota;
    }

    /** All that a territory's timeline follows from: what is made of the same is the same. */
    private record MadeOf(
            LocalDate from,
            LocalDate to,
            RotaFacts.TerritoryFacts territory,
            Map<PhysicianId, RotaFacts.Reachable> people,
            Set<PhoneNumber> ours) {

        static MadeOf of(
                RotaFacts facts,
                RotaFacts.TerritoryFacts territory,
                Map<PhysicianId, RotaFacts.Reachable> everybody,
                Set<PhoneNumber> ours) {
            Map<PhysicianId, RotaFacts.Reachable> people = territory
                    .named()
                    .filter(everybody::containsKey)
                    .distinct()
                    .collect(Collectors.toMap(Function.identity(), everybody::get));
            Set<PhoneNumber> oursAmongThem = people.values().stream()
                    .flatMap(RotaFacts.Reachable::everyNumber)
                    .filter(ours::contains)
                    .collect(Collectors.toSet());
            return new MadeOf(facts.from(), facts.to(), territory, people, oursAmongThem);
        }

        Timeline timeline() {
            Dialling rule = territory.dialling();
            Predicate<PhoneNumber> rung = number -> rule.allows(Whose.PHYSICIAN, number) && !ours.contains(number);
            return new TimelineBuilder(territory, people, rung).build(from, to);
        }
    }

    /** What may not be dialled is in no snapshot: no ladder, here or in the switch, ever names it. */
    private static SupportLine dialling(SupportLine line, Dialling rule, Set<PhoneNumber> ours) {
        return line.withSettings(
                line.settings().dialling(number -> rule.allows(Whose.LINE, number) && !ours.contains(number)));
    }

    /** The snapshot of newly read facts; where they only confirm this one's, or a territory's, those answers are kept. */
    public IndexedRota readAgain(RotaFacts read) {
        return facts.confirmedBy(read) ? new IndexedRota(read, lines, timelines, madeOf) : of(read, this::known);
    }

    private Optional<Timeline> known(MadeOf made) {
        TerritoryCode code = made.territory().code();
        return made.equals(madeOf.get(code)) ? Optional.ofNullable(timelines.get(code)) : Optional.empty();
    }

    @Override
    public Instant takenAt() {
        return facts.takenAt();
    }

    @Override
    public Object content() {
        return timelines;
    }

    public RotaFacts facts() {
        return facts;
    }

    @Override
    public Collection<SupportLine> lines() {
        return List.copyOf(lines.values());
    }

    @Override
    public Optional<SupportLine> line(PhoneNumber dialled) {
        return Optional.ofNullable(lines.get(dialled));
    }

    @Override
    public Optional<SupportLine> line(PhoneNumber dialled, Instant at) {
        return line(dialled).map(own -> answering(own, at));
    }

    /** Lines may be joined one after the other; never more steps than lines, so that no circle holds a call. */
    private SupportLine answering(SupportLine own, Instant at) {
        SupportLine line = own;
        for (int step = 0; step < lines.size(); step++) {
            Optional<SupportLine> next = joinedTo(line.territory(), at);
            if (next.isEmpty()) {
                return line;
            }
            line = next.get();
        }
        return line;
    }

    /**
     * From its first day on, whatever hours the joined line may have then: nobody is on its rota any more. A night that began
     * before ends with those who hold it.
     */
    private Optional<SupportLine> joinedTo(TerritoryCode territory, Instant at) {
        return Optional.ofNullable(territories.get(territory))
                .flatMap(known -> known.joining()
                        .filter(joining -> !dutyDate(known, at).isBefore(joining.firstDay()))
                        .flatMap(joining -> lineOf(joining.into())));
    }

    /** Of the duty under way; the day itself where there is none. */
    private LocalDate dutyDate(RotaFacts.TerritoryFacts territory, Instant at) {
        return onDuty(territory.code(), at) instanceof OnDuty.Open open
                ? open.window().date()
                : LocalDate.ofInstant(at, territory.clockwork().zone());
    }

    @Override
    public ZoneId zone(SupportLine line) {
        return Optional.ofNullable(territories.get(line.territory()))
                .map(known -> known.clockwork().zone())
                .orElseGet(() -> RotaSnapshot.super.zone(line));
    }

    @Override
    public LocalRules rules(SupportLine line) {
        return Optional.ofNullable(territories.get(line.territory()))
                .map(RotaFacts.TerritoryFacts::rules)
                .orElse(LocalRules.NONE);
    }

    @Override
    public boolean isOnePersons(PhoneNumber number) {
        return ownNumbers.contains(number);
    }

    @Override
    public OnDuty onDuty(SupportLine line, Instant at) {
        return onDuty(line.territory(), at);
    }

    @Override
    public Instant sameUntil(SupportLine line, Instant at) {
        TerritoryCode answering = answering(line, at).territory();
        Timeline timeline = timelines.get(answering);
        Instant people = timeline == null ? at : timeline.sameUntil(at);
        return joinedFrom(answering)
                .filter(midnight -> midnight.isAfter(at) && midnight.isBefore(people))
                .orElse(people);
    }

    /** From then on, or from the end of the duty that is under way then, another line answers: a change of its people. */
    private Optional<Instant> joinedFrom(TerritoryCode territory) {
        return Optional.ofNullable(territories.get(territory))
                .flatMap(known -> known.joining()
                        .map(joining -> joining.firstDay()
                                .atStartOfDay(known.clockwork().zone())
                                .toInstant()));
    }

    /** As {@link #onDuty(SupportLine, Instant)}, for a territory that may have no line yet; closed where it is not known. */
    public OnDuty onDuty(TerritoryCode territory, Instant at) {
        Timeline timeline = timelines.get(territory);
        return timeline == null ? new OnDuty.Closed(Optional.empty()) : timeline.at(at);
    }

    /** Whether duties were read for this instant; elsewhere the hours are right and the ladders empty. */
    public boolean covers(TerritoryCode territory, Instant at) {
        Timeline timeline = timelines.get(territory);
        return timeline != null && timeline.covers(at);
    }

    /** The territory's hours at an instant, with when they end over consecutive windows. */
    public Optional<Opening> openingAt(TerritoryCode territory, Instant at) {
        return Optional.ofNullable(timelines.get(territory)).map(timeline -> timeline.openingAt(at));
    }

    /**
     * The ladders of the coming days, in order, for whoever must know them ahead of time: the period under way at {@code from}
     * first, then each change of people or of usable numbers. Closed hours are what lies between.
     *
     * @param days how far ahead, at most the horizon that was read
     */
    public List<LadderPeriod> windowsFrom(SupportLine line, Instant from, int days) {
        Timeline timeline = timelines.get(line.territory());
        return timeline == null ? List.of() : timeline.periods(from, days);
    }
}
