package fr.appui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.DaytimeContact;
import fr.appui.directory.HostRule;
import fr.appui.directory.LineSettings;
import fr.appui.directory.LocalRules;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.dispatch.Announcement.Digits;
import fr.appui.dispatch.CallState.Arriving;
import fr.appui.dispatch.CallState.Ringing;
import fr.appui.dispatch.Command.AskProfile;
import fr.appui.dispatch.Command.PutThrough;
import fr.appui.dispatch.Observation.Arrived;
import fr.appui.dispatch.Observation.KeyPressed;
import fr.appui.dispatch.Observation.NoKey;
import fr.appui.rota.IndexedRota;
import fr.appui.rota.Nights;
import fr.appui.rota.RotaFacts;
import fr.appui.trace.CallId;
import fr.appui.trace.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two lines joined into one on Saturday 14 November 2026: what who dials either of the two numbers is told. */
class WhatANumberIsToldTest {

    private static final PhoneNumber NEAR_BY = PhoneNumber.parse("03 53 01 11 11");
    private static final PhoneNumber FURTHER = PhoneNumber.parse("03 53 01 22 22");
    private static final PhoneNumber NORTH = PhoneNumber.parse("01 83 61 62 00");
    private static final PhoneNumber SOUTH = PhoneNumber.parse("01 60 71 05 93");
    private static final PhoneNumber CHILDREN = PhoneNumber.parse("03 20 00 11 22");
    private static final Instant MONDAY_NOON = Nights.at(16, 12, 0);
    private static final Instant FRIDAY_NOON = Nights.at(13, 12, 0);
    private static final Instant SATURDAY_NIGHT = Nights.at(14, 22, 0);

    @Test
    void byDayTheContactOfTheNumberDialledComesBeforeThatOfWhoAnswersAtNight() {
        IndexedRota rota = joined(withContact(NEAR_BY), rules(), withContact(FURTHER), rules());
        assertThat(numbersSaid(Nights.JOINED, MONDAY_NOON, rota)).containsExactly(NEAR_BY);
        assertThat(numbersSaid(Nights.LINE, MONDAY_NOON, rota)).containsExactly(FURTHER);
        assertThat(arrive(Nights.JOINED, MONDAY_NOON, rota).command())
                .isInstanceOfSatisfying(
                        PutThrough.class,
                        through -> assertThat(through.number()).isEqualTo(NEAR_BY));
    }

    @Test
    void theOnlyContactOfItsPartsIsToldAndNobodyIsPutThroughToIt() {
        IndexedRota rota = joined(LineSettings.defaults(), rules(part(NORTH)), withContact(FURTHER), rules());
        assertThat(numbersSaid(Nights.JOINED, MONDAY_NOON, rota)).containsExactly(NORTH);
        assertThat(arrive(Nights.JOINED, MONDAY_NOON, rota).command()).isInstanceOf(Command.HangUp.class);
    }

    @Test
    void ofSeveralPartsNoneIsChosenAndWhoAnswersAtNightSaysTheirs() {
        IndexedRota rota =
                joined(LineSettings.defaults(), rules(part(NORTH), part(SOUTH)), withContact(FURTHER), rules());
        assertThat(numbersSaid(Nights.JOINED, MONDAY_NOON, rota)).containsExactly(FURTHER);
        assertThat(numbersSaid(Nights.JOINED, FRIDAY_NOON, rota))
                .as("the day before the two were joined")
                .isEmpty();
    }

    @Test
    void whomToCallAboutAMinorIsSaidOnceAfterTheMenuAndOutOfHours() {
        IndexedRota rota =
                joined(LineSettings.defaults(), rules(), LineSettings.defaults(), children(Optional.of(CHILDREN)));
        Decision menu = arrive(Nights.JOINED, SATURDAY_NIGHT, rota);
        assertThat(menu.command())
                .isInstanceOfSatisfying(
                        AskProfile.class,
                        ask -> assertThat(ask.say())
                                .containsExactly(
                                        SaidByTheLine.WELCOME,
                                        SaidByTheLine.WHO_IS_CALLING,
                                        SaidByTheLine.CHILDREN,
                                        new Digits(CHILDREN)));
        var context = new CallContext(new CallId("lille-1"), SATURDAY_NIGHT, rota);
        assertThat(Dispatch.decide(menu.next(), new NoKey(), context).next())
                .as("who presses nothing heard for as long as two menus take")
                .isInstanceOf(Ringing.class);
        assertThat(Dispatch.decide(menu.next(), new KeyPressed('5'), context)
                        .command()
                        .say())
                .containsExactly(SaidByTheLine.NOT_UNDERSTOOD, SaidByTheLine.WHO_IS_CALLING);
        assertThat(arrive(Nights.LINE, MONDAY_NOON, rota).command().say())
                .containsSubsequence(
                        SaidByTheLine.CLOSED, SaidByTheLine.CHILDREN, new Digits(CHILDREN), SaidByTheLine.CALL_15);
    }

    @Test
    void whereNoNumberIsSetNothingIsSaidOfMinorsThere() {
        IndexedRota rota = joined(LineSettings.defaults(), rules(), LineSettings.defaults(), rules());
        assertThat(arrive(Nights.LINE, SATURDAY_NIGHT, rota).command().say())
                .containsExactly(SaidByTheLine.WELCOME, SaidByTheLine.WHO_IS_CALLING);
    }

    private static List<PhoneNumber> numbersSaid(SupportLine dialled, Instant at, IndexedRota rota) {
        Command command = arrive(dialled, at, rota).command();
        Stream<Announcement> first = command instanceof PutThrough through ? through.first().stream() : Stream.empty();
        return Stream.concat(first, command.say().stream())
                .filter(Digits.class::isInstance)
                .map(said -> ((Digits) said).number())
                .toList();
    }

    private static Decision arrive(SupportLine dialled, Instant at, IndexedRota rota) {
        return Dispatch.decide(
                new Arriving(),
                new Arrived(dialled.number().e164(), Origin.PUBLIC, Optional.empty()),
                new CallContext(new CallId("lille-1"), at, rota));
    }

    private static DaytimeContact part(PhoneNumber number) {
        return new DaytimeContact(number.national(), number, List.of("Meaux"), Optional.empty());
    }

    private static LocalRules rules(DaytimeContact... parts) {
        return new LocalRules(
                Optional.empty(), Optional.empty(), false, false, HostRule.USP_AND_EMSP, false, List.of(parts));
    }

    private static LocalRules children(Optional<PhoneNumber> paediatric) {
        return new LocalRules(Optional.empty(), paediatric, false, false, HostRule.USP_AND_EMSP, false, List.of());
    }

    private static LineSettings withContact(PhoneNumber contact) {
        return new LineSettings(true, List.of(Duration.ofSeconds(20)), Optional.of(contact), true, Optional.empty());
    }

    private static IndexedRota joined(
            LineSettings own, LocalRules ownRules, LineSettings answering, LocalRules answeringRules) {
        RotaFacts facts = Nights.facts(List.of(), Nights.always(Nights.MOBILE_A));
        return IndexedRota.of(new RotaFacts(
                facts.takenAt(),
                facts.from(),
                facts.to(),
                List.of(
                        with(facts.territories().getFirst(), answering, answeringRules),
                        with(Nights.joined(Nights.SATURDAY), own, ownRules)),
                facts.physicians()));
    }

    private static RotaFacts.TerritoryFacts with(
            RotaFacts.TerritoryFacts facts, LineSettings settings, LocalRules rules) {
        return new RotaFacts.TerritoryFacts(
                facts.code(),
                facts.clockwork(),
                facts.line().map(line -> line.withSettings(settings)),
                facts.rotas(),
                facts.substitutions(),
                facts.joining(),
                rules);
    }
}
