package fr.appui.trace.notice;

import fr.appui.trace.OutcomeSettings;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** « La transmission des informations médicales doit se faire par messagerie sécurisée » (doc 001 §2): checked at start. */
@ApplicationScoped
class SecureMailbox {

    private static final Logger LOG = Logger.getLogger(SecureMailbox.class);

    private final OutcomeSettings settings;

    SecureMailbox(OutcomeSettings settings) {
        this.settings = settings;
    }

    void check(@Observes StartupEvent start) {
        boolean production = LaunchMode.current() == LaunchMode.NORMAL;
        List<String> insecure = insecure(settings.transmission());
        if (!insecure.isEmpty()
                && production
                && settings.transmission().waiver().isEmpty()) {
            throw new IllegalStateException(refusal(insecure, settings.transmission()));
        }
        settings.transmission()
                .waiver()
                .filter(reason -> !insecure.isEmpty())
                .ifPresent(reason -> LOG.warnf("transmissions leave the secure health mail, waived: %s", reason));
    }

    /** Addresses configured outside the secure domain. */
    static List<String> insecure(OutcomeSettings.Transmission settings) {
        String domain = settings.secureDomain().toLowerCase(Locale.ROOT);
        return Stream.concat(settings.mailbox().values().stream(), settings.from().stream())
                .filter(address -> !address.toLowerCase(Locale.ROOT).endsWith(domain))
                .sorted()
                .distinct()
                .toList();
    }

    static String refusal(List<String> insecure, OutcomeSettings.Transmission settings) {
        return "appui.outcome.transmission : " + String.join(", ", insecure)
                + " n'appartient pas à la messagerie sécurisée"
                + " de santé (adresse en *" + settings.secureDomain()
                + ") ; corriger l'adresse, ou justifier l'exception"
                + " dans appui.outcome.transmission.waiver";
    }
}
