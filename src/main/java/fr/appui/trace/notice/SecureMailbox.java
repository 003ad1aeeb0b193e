package fr.appui.trace.notice;

import fr.appui.trace.OutcomeSettings;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** « La transmission des informations médicales doit se faire par messagerie sécurisée » (doc 001 §2): checked at start. */
@ApplicationScoped
class SecureMailbox {

    private static final Logger LOG = Logger.getLogger(SecureMailbox.class);

    private static final String IN_CLEAR =
            "quarkus.mailer.mssante : les transmissions partiraient sans chiffrement ; mettre quarkus.mailer.mssante.tls=true"
                    + " ou quarkus.mailer.mssante.start-tls=REQUIRED, ou justifier l’exception dans"
                    + " appui.outcome.transmission.waiver";

    private final OutcomeSettings settings;
    private final Optional<String> usualSender;
    private final boolean encrypted;

    SecureMailbox(
            OutcomeSettings settings,
            @ConfigProperty(name = "quarkus.mailer.mssante.from") Optional<String> usualSender,
            @ConfigProperty(name = "quarkus.mailer.mssante.tls") Optional<Boolean> tls,
            @ConfigProperty(name = "quarkus.mailer.mssante.start-tls") Optional<String> startTls) {
        this.settings = settings;
        this.usualSender = usualSender;
        this.encrypted = tls.orElse(false)
                || startTls.filter("REQUIRED"::equalsIgnoreCase).isPresent();
    }

    void check(@Observes StartupEvent start) {
        check(LaunchMode.current() == LaunchMode.NORMAL);
    }

    /** @param production elsewhere nothing leaves for a real mailbox, and nothing is refused */
    void check(boolean production) {
        OutcomeSettings.Transmission transmission = settings.transmission();
        List<String> insecure = insecure(transmission, usualSender);
        boolean inClear = !transmission.mailbox().isEmpty() && !encrypted;
        if (production && transmission.waiver().isEmpty()) {
            if (!insecure.isEmpty()) {
                throw new IllegalStateException(refusal(insecure, transmission));
            }
            if (inClear) {
                throw new IllegalStateException(IN_CLEAR);
            }
        }
        transmission
                .waiver()
                .filter(reason -> inClear || !insecure.isEmpty())
                .ifPresent(reason -> LOG.warnf("transmissions leave the secure health mail, waived: %s", reason));
    }

    /** Addresses outside the secure domain, to or from which something would be sent. @param usualSender of the mailer */
    static List<String> insecure(OutcomeSettings.Transmission settings, Optional<String> usualSender) {
        if (settings.mailbox().isEmpty()) {
            return List.of();
        }
        String domain = settings.secureDomain().toLowerCase(Locale.ROOT);
        Optional<String> sender = settings.from().or(() -> usualSender);
        return Stream.concat(settings.mailbox().values().stream(), sender.stream())
                .filter(address -> !address.toLowerCase(Locale.ROOT).endsWith(domain))
                .sorted()
                .distinct()
                .toList();
    }

    static String refusal(List<String> insecure, OutcomeSettings.Transmission settings) {
        return "appui.outcome.transmission : " + String.join(", ", insecure)
                + " n’appartient pas à la messagerie sécurisée"
                + " de santé (adresse en *" + settings.secureDomain()
                + ") ; corriger l’adresse, ou justifier l’exception"
                + " dans appui.outcome.transmission.waiver";
    }
}
