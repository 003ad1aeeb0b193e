package fr.appui.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What stays up after the demonstration, and how to use it. */
final class Welcome {

    private final Narrator narrator;
    private final ServiceProcess service;
    private final SwitchProcess asterisk;
    private final Path folder;

    Welcome(Narrator narrator, ServiceProcess service, SwitchProcess asterisk, Path folder) {
        this.narrator = narrator;
        this.service = service;
        this.asterisk = asterisk;
        this.folder = folder;
    }

    void tell(String line) {
        narrator.title("Tout reste en marche");
        narrator.line("Les pages        : " + service.address() + "/");
        narrator.line(
                "Se connecter     : « coordination », « regulation », « ars » ou « administration » ; mots de passe du jour :");
        firstPasswords().forEach(narrator::line);
        narrator.line("Suivi            : une année d’appels inventés, pour voir indicateurs, bilan et forfaits");
        narrator.line("L’API            : " + service.address() + "/openapi");
        narrator.line("Appeler soi-même : un softphone de cette machine, sans compte ni mot de passe, compose");
        narrator.line("                   sip:" + line + "@127.0.0.1:"
                + asterisk.sip().getPort());
        narrator.line("                   (le premier médecin laisse sonner, le second accepte et émet un son)");
        narrator.line(
                "La console SIP   : deploy/asterisk-run cli --work " + asterisk.workFolder() + " 'core show channels'");
        narrator.line("Les journaux     : " + folder.resolve("service.log") + ", " + asterisk.workFolder() + "/log");
        narrator.line("Arrêter          : Ctrl-C");
    }

    /** The service prints them once, at its first start. */
    private List<String> firstPasswords() {
        try (Stream<String> log = Files.lines(folder.resolve("service.log"))) {
            return log.dropWhile(line -> !line.startsWith("Premiers comptes"))
                    .skip(1)
                    .takeWhile(line -> line.startsWith("  "))
                    .map(line -> "                 " + line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
