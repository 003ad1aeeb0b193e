package fr.appui.indicators.kit;

import fr.appui.calendar.DutyCalendars;
import fr.appui.calendar.Perimeter;
import fr.appui.directory.Directory;
import fr.appui.directory.Establishment;
import fr.appui.directory.Joinings;
import fr.appui.directory.MailAddress;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.IndicatorsSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Writes a territory's notice from the directory and the perimeter in force today. */
@ApplicationScoped
public class Kits {

    private static final Logger LOG = Logger.getLogger(Kits.class);

    private final Directory directory;
    private final DutyCalendars calendars;
    private final Joinings joinings;
    private final IndicatorsSettings settings;
    private final Clock clock;

    Kits(Directory directory, DutyCalendars calendars, Joinings joinings, IndicatorsSettings settings, Clock clock) {
        this.joinings = joinings;
        this.directory = directory;
        this.calendars = calendars;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a territory still lacks before it can be told about, in French, or its notice. */
    public sealed interface Answer {

        record Ready(PosterText notice) implements Answer {}

        record Lacking(String what) implements Answer {}
    }

    public Optional<Answer> of(TerritoryCode code) {
        return directory.territory(code).map(this::answer);
    }

    /** The site's logos, in printing order; a file that cannot be read is left out and told in the log. */
    public List<byte[]> logos() {
        return read(settings.kit().logos().orElse(List.of()));
    }

    /** A territory's own logos, or the site's where it has none; a region's are the site's. */
    public List<byte[]> logos(String code) {
        List<Path> own = settings.kit().territoryLogos().getOrDefault(code, List.of());
        return own.isEmpty() ? logos() : read(own);
    }

    private static List<byte[]> read(List<Path> files) {
        List<byte[]> logos = new ArrayList<>();
        for (Path file : files) {
            try {
                logos.add(Files.readAllBytes(file));
            } catch (IOException unreadable) {
                LOG.warnf("logo %s cannot be read: %s", file, unreadable.getMessage());
            }
        }
        return logos;
    }

    private Answer answer(Territory territory) {
        Optional<SupportLine> line = territory.line();
        if (line.isEmpty()) {
            return new Answer.Lacking("le territoire n’a pas encore de numéro");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), territory.timeZone());
        return calendars
                .answeredOn(territory.code(), today, joinings)
                .<Answer>map(inForce -> new Answer.Ready(notice(territory, line.get(), inForce, Optional.empty())))
                .or(() -> toCome(territory, today)
                        .map(coming -> new Answer.Ready(
                                notice(territory, line.get(), coming, Optional.of(coming.inForceFrom())))))
                .orElseGet(() -> new Answer.Lacking("aucun périmètre agréé par l’ARS n’est en vigueur ni à venir"));
    }

    /** A line is told of before it opens: the first hours that the ARS agreed say from which day. */
    private Optional<Perimeter> toCome(Territory territory, LocalDate today) {
        return calendars.perimeters(territory.code()).stream()
                .filter(version -> version.agreement().isPresent())
                .filter(version -> version.inForceFrom().isAfter(today))
                .filter(version -> calendars
                        .answeredOn(territory.code(), version.inForceFrom(), joinings)
                        .isPresent())
                .min(Comparator.comparing(Perimeter::inForceFrom));
    }

    private PosterText notice(Territory territory, SupportLine line, Perimeter inForce, Optional<LocalDate> opensOn) {
        LocalDate date = opensOn.orElseGet(() -> LocalDate.ofInstant(clock.instant(), territory.timeZone()));
        return new PosterText(
                territory.name(),
                line.number(),
                inForce.hours(),
                settings.kit()
                        .samuAnswers()
                        .orElse(List.of())
                        .contains(territory.code().value()),
                joinings.byDayToldOf(territory, date, directory),
                territory.contact().mail().map(MailAddress::value),
                territory
                        .host()
                        .flatMap(host -> directory.establishments().stream()
                                .filter(establishment -> establishment.finess().equals(host))
                                .map(Establishment::name)
                                .findFirst()),
                joinings.rulesToldOf(territory, date, directory),
                opensOn);
    }
}
