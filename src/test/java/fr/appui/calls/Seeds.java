package fr.appui.calls;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;

/** Writes one territory a story: its line, its hours, two physicians and who is on duty on the night of the stories. */
final class Seeds {

    /** A working Wednesday; at 23:00 the extended perimeter is open and the core one closed. */
    static final LocalDate NIGHT = LocalDate.of(2026, 1, 14);

    private static final String QUARTER = "2026-Q1";
    private static final LocalDate END_OF_QUARTER = LocalDate.of(2026, 3, 31);

    private static final ZonedDateTime EVENING =
            NIGHT.atTime(LocalTime.of(23, 0)).atZone(ZoneId.of("Europe/Paris"));

    private final Connection database;
    private final LocalDate night;

    Seeds(Connection database) {
        this(database, NIGHT);
    }

    /** @param night of the first quarter of 2026 */
    Seeds(Connection database, LocalDate night) {
        this.database = database;
        this.night = night;
    }

    /** How far a clock is set from the real one for it to be the evening of {@link #NIGHT} now. */
    static Duration shiftToTheEvening() {
        return Duration.ofSeconds(
                Duration.between(Instant.now(), EVENING.toInstant()).toSeconds());
    }

    void territory(Cast cast) throws SQLException {
        territory(cast, 1080);
    }

    /** @param workingStart minute of the day at which a working day's duty starts */
    void territory(Cast cast, int workingStart) throws SQLException {
        run(
                "INSERT INTO territory (code, name, time_zone, holiday_zone, line_number, asks_profile, ring_seconds,"
                        + " daytime_contact, transfers_to_daytime_contact, fallback)"
                        + " VALUES (?, ?, 'Europe/Paris', 'METROPOLE', ?, TRUE, ?, ?, FALSE, ?)",
                cast.territory(),
                "Territoire " + cast.number(),
                cast.line(),
                cast.ringSeconds(),
                "+33344999999",
                cast.fallback());
        run(
                "INSERT INTO perimeter (territory, kind, working_start, non_working_start, end_minute, ends_next_day,"
                        + " announced_on, in_force_from, agreed_on, agreement_reference)"
                        + " VALUES (?, ?, ?, 510, ?, ?, '2025-01-01', '2025-01-01', '2025-01-01', 'ARS')",
                cast.territory(),
                cast.open() ? "EXTENDED" : "CORE",
                workingStart,
                cast.open() ? 510 : 1320,
                cast.open());
        run(
                "INSERT INTO rota_publication (territory, quarter, version, published_by, published_at)"
                        + " VALUES (?, ?, 1, 'essai', '2025-12-01 12:00:00')",
                cast.territory(),
                QUARTER);
        physician(cast, 1);
        physician(cast, 2);
    }

    /** Whom to call about a minor. */
    void paediatric(Cast cast) throws SQLException {
        run("UPDATE territory SET paediatric = '+33320001122' WHERE code = ?", cast.territory());
    }

    private void physician(Cast cast, int rung) throws SQLException {
        String id = physicianId(cast.number(), rung);
        run(
                "INSERT INTO physician (id, given_name, family_name, rpps, mail) VALUES (?, 'Camille', ?, ?, ?)",
                id,
                (rung == 1 ? "Premier" : "Second") + cast.number(),
                rpps(cast.number() * 10 + rung),
                mail(cast, rung));
        run(
                "INSERT INTO physician_number (physician_id, position, number) VALUES (?, 0, ?)",
                id,
                cast.physicianNumber(rung));
        for (int day = -2; day <= 9 && !night.plusDays(day).isAfter(END_OF_QUARTER); day++) {
            run(
                    "INSERT INTO rota_duty (publication_id, duty_date, rung, physician_id)"
                            + " SELECT id, ?, ?, ? FROM rota_publication WHERE territory = ?",
                    night.plusDays(day),
                    rung,
                    id,
                    cast.territory());
        }
    }

    /** An account of a physician with a session under way. @return what the browser holds of it */
    String session(String physician, Instant now) throws SQLException {
        String account = UUID.randomUUID().toString();
        String token = "session-" + account;
        LocalDateTime at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        run(
                "INSERT INTO account (id, login, name, temporary_password, physician_id, disabled, created_at)"
                        + " VALUES (?, ?, 'Camille', FALSE, ?, FALSE, ?)",
                account,
                "m-" + account,
                physician,
                at);
        run("INSERT INTO account_grant (account_id, role, territory) VALUES (?, 'PHYSICIAN', '')", account);
        run(
                "INSERT INTO sign_in_session (token_hash, account_id, started_at, last_seen_at)"
                        + " VALUES (SHA2(?, 256), ?, ?, ?)",
                token,
                account,
                at,
                at);
        return token;
    }

    static String mail(Cast cast, int rung) {
        return "m" + cast.number() + "-" + rung + "@example.org";
    }

    static String physicianId(int number, int rung) {
        return new UUID(number, rung).toString();
    }

    private static String rpps(int number) {
        String digits = "1000%06d".formatted(number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? (2 * digit) / 10 + (2 * digit) % 10 : digit;
        }
        return digits + (10 - sum % 10) % 10;
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
