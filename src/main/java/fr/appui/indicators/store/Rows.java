package fr.appui.indicators.store;

import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Native rows read by place, whatever type the driver gives a number or a date. */
final class Rows {

    private Rows() {}

    static Stream<Tuple> of(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Tuple.class::cast);
    }

    static long number(Tuple row, int place) {
        return ((Number) row.get(place)).longValue();
    }

    static Instant instant(Tuple row, int place) {
        Object value = row.get(place);
        return value instanceof LocalDateTime time ? time.toInstant(ZoneOffset.UTC) : ((Timestamp) value).toInstant();
    }

    static LocalDate date(Tuple row, int place) {
        Object value = row.get(place);
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
