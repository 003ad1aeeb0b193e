package fr.appui.indicators.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.appui.indicators.pay.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** What a cell of the report holds, typed so that each format prints it as a number, an amount or a time and not as text. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Value.Words.class, name = "words"),
    @JsonSubTypes.Type(value = Value.Count.class, name = "count"),
    @JsonSubTypes.Type(value = Value.Amount.class, name = "amount"),
    @JsonSubTypes.Type(value = Value.Share.class, name = "share"),
    @JsonSubTypes.Type(value = Value.Change.class, name = "change"),
    @JsonSubTypes.Type(value = Value.Decimal.class, name = "decimal"),
    @JsonSubTypes.Type(value = Value.Time.class, name = "time"),
    @JsonSubTypes.Type(value = Value.Day.class, name = "day"),
    @JsonSubTypes.Type(value = Value.Masked.class, name = "masked"),
    @JsonSubTypes.Type(value = Value.Missing.class, name = "missing")
})
public sealed interface Value {

    record Words(String text) implements Value {}

    /** @param ofPeople whether it counts calls, so that a small one may have to be masked */
    record Count(long number, boolean ofPeople) implements Value {}

    record Amount(long cents) implements Value {}

    /** A proportion, 0.25 for 25 %. */
    record Share(double ratio) implements Value {}

    /** From one year to the next, 0.25 for a quarter more. */
    record Change(double ratio) implements Value {}

    record Decimal(BigDecimal number) implements Value {}

    record Time(long millis) implements Value {}

    record Day(LocalDate date) implements Value {}

    /** Not told in a published document: it would let something of few people be found. */
    record Masked() implements Value {}

    /** Not known, or not defined: no call, no previous year. */
    record Missing() implements Value {}

    static Value words(String text) {
        return new Words(text);
    }

    static Value calls(long number) {
        return new Count(number, true);
    }

    static Value number(long number) {
        return new Count(number, false);
    }

    static Value amount(Money money) {
        return new Amount(money.cents());
    }

    static Value share(long part, long whole) {
        return whole == 0 ? new Missing() : new Share(part / (double) whole);
    }

    static Value change(long now, long then) {
        return then == 0 ? new Missing() : new Change((now - then) / (double) then);
    }

    static Value decimal(BigDecimal number) {
        return new Decimal(number);
    }

    static Value decimal(Optional<BigDecimal> number) {
        return number.<Value>map(Decimal::new).orElseGet(Missing::new);
    }

    static Value time(Optional<Duration> duration) {
        return duration.<Value>map(known -> new Time(known.toMillis())).orElseGet(Missing::new);
    }

    static Value day(LocalDate date) {
        return new Day(date);
    }

    static Value day(Optional<LocalDate> date) {
        return date.<Value>map(Day::new).orElseGet(Missing::new);
    }
}
