package fr.appui.rota;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom to call by day, told to who dialled a number: the contact near by before that of whoever answers at night.
 *
 * @param transfers whether such a caller is also put through
 */
public record ByDay(PhoneNumber number, boolean transfers) {

    /**
     * That of the line that publishes the number, else the only one of its territory's parts; else, in the same way, that of the line
     * which answers it by then. Of several parts none is chosen: the number does not say in which the patient lives.
     */
    public static Optional<ByDay> of(PhoneNumber dialled, Instant at, RotaSnapshot rota) {
        return Stream.of(rota.line(dialled), rota.line(dialled, at))
                .flatMap(Optional::stream)
                .flatMap(line -> of(line, rota).stream())
                .findFirst();
    }

    private static Optional<ByDay> of(SupportLine line, RotaSnapshot rota) {
        boolean itsOwn = line.settings().daytimeContact().isPresent();
        return rota.rules(line)
                .byDay(line.settings())
                .map(number -> new ByDay(number, itsOwn && line.settings().transfersToDaytimeContact()));
    }
}
