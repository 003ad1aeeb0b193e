package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Assignment;
import fr.appui.planning.DateRange;
import fr.appui.planning.DutyRung;
import fr.appui.planning.PlanningSettings;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Wishes;
import fr.appui.planning.notice.Notice;
import fr.appui.rota.DutyLocks;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.Substitution.Act;
import fr.appui.web.rotas.PlanningWorld.Place;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Planning at work, its desks put together as the application does, on books in memory and a clock set by hand. */
class Office extends InMemoryBooks {

    /** As they are where nobody chose any. */
    static final LifeSettings SETTINGS = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(LifeSettings.class)
            .build()
            .getConfigMapping(LifeSettings.class);

    private volatile Instant now = NOW;
    final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    final ScriptedEngine engine = new ScriptedEngine();
    final Place place = place();

    final WrittenNames names = new WrittenNames(directory());
    final VolunteerReader volunteers = new VolunteerReader(directory(), wishes());
    final ProblemReader problems = new ProblemReader(
            directory(),
            calendars(),
            rotas(),
            volunteers,
            new PastReader(directory(), rotas(), volunteers),
            settings(),
            derogations());
    final BooksReader books = new BooksReader(directory(), rotas(), wishes(), settings(), derogations());
    final RotaReader reader = new RotaReader(problems, rotas(), drafts(), calendars(), clock);
    /** One thread has nobody to wait for. */
    final DutyLocks locks = (territory, takers) -> {};

    final SlotWriter slots = new SlotWriter(rotas());
    final Sharing sharing = new Sharing(rotas());
    final DutyEntries entries = new DutyEntries(directory(), names);
    final DutyTeller teller = new DutyTeller(rotas(), told(), notices(), directory(), entries, clock);
    final QuotaRelief relief = new QuotaRelief(derogations(), acts(), names);
    final ActRecorder recorder = new ActRecorder(slots, sharing, teller, acts(), names);
    final Letters letters = new Letters(directory(), notices(), clock);
    final UpcomingProblem upcoming = new UpcomingProblem(problems, reader, drafts(), clock);

    final DraftDesk draftDesk = new DraftDesk(reader, drafts(), locks, relief, acts(), names);
    final PublicationDesk publicationDesk = publicationOn(rotas());
    final OverrideDesk overrideDesk = new OverrideDesk(reader, rotas(), locks, slots, relief, teller, acts(), names);
    final PlacingDesk placingDesk = new PlacingDesk(reader, locks, draftDesk, overrideDesk);
    final ReplacementDesk replacementDesk = new ReplacementDesk(
            problems, reader, engine, new MoveCheck(reader, sharing), sharing, locks, recorder, clock);
    final SwapDesk swapDesk = swapDeskOn(swaps());
    final ReplacementRequestDesk requestDesk = requestDeskOn(requests());
    final GenerationRun run = new GenerationRun(engine, jobs(), draftDesk, upcoming, clock);
    final GenerationDesk generationDesk = new GenerationDesk(jobs(), upcoming, run, engine, SETTINGS, clock);
    final WishCampaignDesk campaignDesk =
            new WishCampaignDesk(campaigns(), wishes(), directory(), locks, acts(), letters, names, clock);
    final WishDesk wishDesk = new WishDesk(wishes(), campaignDesk);
    final ImportDesk importDesk = new ImportDesk(directory(), wishDesk, reader, draftDesk, locks, acts());
    final SheetDesk sheetDesk = new SheetDesk(rotas(), directory());
    final SettingsDesk settingsDesk = new SettingsDesk(settings(), locks, acts());
    final FeedDesk feedDesk = new FeedDesk(tokens(), told(), entries, directory(), acts(), clock);
    final ComparisonDesk comparisonDesk = new ComparisonDesk(reader, drafts(), locks, rotas(), acts(), names);
    final AlertRound round = new AlertRound(locks, teller, new AlertReader(books), alerts(), letters, clock);
    final DutyReminder reminder = new DutyReminder(directory(), rotas(), notices(), locks, SETTINGS, clock);
    final InMemoryLease lease = new InMemoryLease(clock);
    final AlertWatch watch = new AlertWatch(directory(), round, reminder, swapDesk, requestDesk, lease);

    PhysicianId dr(int index) {
        return place.physicians().get(index).id();
    }

    Act act(String reason) {
        return act(reason, clock.instant());
    }

    void at(Instant moment) {
        now = moment;
    }

    /** Week after week in turn, as {@link Place#rotaByWeeks} has it. */
    Assignment byWeeks() {
        Assignment duties = Assignment.EMPTY;
        for (LocalDate date = Q3.first(); Q3.contains(date); date = date.plusDays(1)) {
            duties = duties.with(DutyRung.FIRST, date, dr(place.holder(date)));
        }
        return duties;
    }

    void drafted(Assignment duties) {
        var origin = new Draft.Origin(Draft.Kind.MANUAL, "coordination", clock.instant());
        drafts().keep(Draft.byHand(place.code(), Q3, duties, origin));
    }

    Publishing publish() {
        return publicationDesk.publish(place.code(), Q3, false, act("Trimestre prêt"));
    }

    void published() {
        drafted(byWeeks());
        assertThat(publish()).isInstanceOf(Publishing.Published.class);
    }

    void away(int physician, LocalDate from, LocalDate to) {
        wishes().keep(
                        dr(physician),
                        Wishes.none().unavailable(List.of(new Unavailability.During(new DateRange(from, to)))));
    }

    Edited override(LocalDate date, int physician, String reason) {
        return overrideDesk.override(place.code(), Edit.placing(date, dr(physician)), act(reason));
    }

    /** @param physician empty to leave the date to nobody @param from a moment within the duty */
    static Edit edit(LocalDate date, Optional<PhysicianId> physician, Optional<Instant> from, boolean derogation) {
        return new Edit(date, DutyRung.FIRST, physician, from, derogation, OptionalLong.empty());
    }

    /** The same in a draft. */
    static Placing placing(Edit edit) {
        return Placing.of(List.of(edit.date()), edit.rung(), edit.physician(), edit.derogation())
                .by(edit.seen());
    }

    void choose(PlanningSettings settings) {
        settingsDesk.change(
                place.code(), settings, settingsDesk.read(place.code()).version(), act("Réunion"));
    }

    PublicationDesk publicationOn(PublishedRotas rotas) {
        return new PublicationDesk(
                reader, drafts(), draftDesk, rotas, locks, new SlotWriter(rotas), teller, acts(), names);
    }

    SwapDesk swapDeskOn(SwapBook offers) {
        return new SwapDesk(
                reader, offers, sharing, locks, recorder, acts(), new SwapLetters(letters, names), SETTINGS, clock);
    }

    ReplacementRequestDesk requestDeskOn(ReplacementRequestBook requests) {
        return new ReplacementRequestDesk(
                requests, replacementDesk, rotas(), sharing, locks, acts(), letters, names, clock);
    }

    static void expire(SwapDesk desk) {
        desk.overdue().forEach(desk::expire);
    }

    static void close(ReplacementRequestDesk desk) {
        desk.waiting().forEach(desk::close);
    }

    /** Behind whoever holds the first rung. */
    void backUp(LocalDate date, int physician) {
        var placing = new Edit(
                date, DutyRung.BACK_UP, Optional.of(dr(physician)), Optional.empty(), false, OptionalLong.empty());
        assertThat(overrideDesk.override(place.code(), placing, act("Recours"))).isInstanceOf(Edited.Done.class);
    }

    Edited undo(LocalDate date, String reason) {
        return overrideDesk.undo(
                place.code(), Edit.undoing(date, DutyRung.FIRST, false, OptionalLong.empty()), act(reason));
    }

    Optional<PhysicianId> holder(LocalDate date) {
        return reader.held(place.code(), Q3).holder(DutyRung.FIRST, date);
    }

    /** Who holds the first rung at a moment. */
    Optional<PhysicianId> holder(LocalDate date, Instant moment) {
        return HeldPart.of(rotas().days(place.code(), date, date)).stream()
                .filter(part -> part.rung() == 1 && !moment.isBefore(part.start()) && moment.isBefore(part.end()))
                .map(HeldPart::physician)
                .findFirst();
    }

    Instant start(LocalDate date) {
        return reader.window(place.code(), date).orElseThrow().start();
    }

    Instant end(LocalDate date) {
        return reader.window(place.code(), date).orElseThrow().end();
    }

    List<Notice> mails(int physician) {
        return notices().to(place.physicians().get(physician).mail());
    }

    /** The latest lines of history, newest first. */
    List<PlanningAct> history() {
        return acts().page(place.code(), PlanningActs.Asked.ALL, 0, 100);
    }

    List<PlanningAct.Kind> kinds() {
        return history().stream().map(PlanningAct::kind).toList();
    }
}
