package fr.appui.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.french.InvalidInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads what a gateway tells of a message, however it writes it: parameters of the address, a form, or JSON. */
@ApplicationScoped
public class SmsReceipts {

    private static final Logger LOG = Logger.getLogger(SmsReceipts.class);
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_FIELD = 100;

    private final SmsSettings.Receipts settings;
    private final Optional<String> secret;
    private final ObjectMapper json = new ObjectMapper();

    SmsReceipts(SmsSettings settings) {
        this.settings = settings.receipts();
        this.secret = this.settings.secret().filter(value -> value.length() >= SHORTEST_SECRET);
        if (this.settings.secret().isPresent() && secret.isEmpty()) {
            LOG.error("appui.outreach.sms.receipts.secret has fewer than 16 characters: no receipt is taken");
        }
    }

    /** What is known of a message afterwards. */
    public enum State {
        DELIVERED,
        FAILED,
        /** On its way still, or a word that no setting names. */
        NOTHING_YET
    }

    /** @param message our reference, or the gateway's own name of it */
    public record Receipt(String message, State state) {}

    /** Whether receipts are taken at all. */
    public boolean areTaken() {
        return secret.isPresent();
    }

    public boolean isFromTheGateway(String given) {
        return secret.map(ours -> MessageDigest.isEqual(ours.getBytes(UTF_8), given.getBytes(UTF_8)))
                .orElse(false);
    }

    /**
     * @param parameters of the address
     * @param body a form's or JSON; may be empty
     * @throws InvalidInput in French, where no message is named
     */
    public Receipt read(Map<String, String> parameters, String body) {
        var flat = new HashMap<>(parameters);
        Optional<JsonNode> tree = json(body);
        if (tree.isEmpty()) {
            form(body).forEach(flat::putIfAbsent);
        }
        String message = field(settings.id(), flat, tree);
        if (message.isEmpty()) {
            throw new InvalidInput("accusé : le champ « " + settings.id()
                    + " » manque ; l’ajouter à ce que la passerelle envoie, ou régler appui.outreach.sms.receipts.id");
        }
        String status = field(settings.status(), flat, tree);
        return new Receipt(message, state(status));
    }

    private State state(String status) {
        if (names(settings.delivered(), status)) {
            return State.DELIVERED;
        }
        return names(settings.failed(), status) ? State.FAILED : State.NOTHING_YET;
    }

    private static boolean names(List<String> words, String status) {
        return words.stream().anyMatch(word -> word.strip().equalsIgnoreCase(status));
    }

    private static String field(String name, Map<String, String> flat, Optional<JsonNode> tree) {
        String found = tree.map(node ->
                        node.at(name.startsWith("/") ? name : "/" + name).asText(""))
                .filter(value -> !value.isEmpty())
                .orElseGet(() -> flat.getOrDefault(name, ""));
        return found.length() > LONGEST_FIELD ? "" : found.strip();
    }

    private Optional<JsonNode> json(String body) {
        try {
            return Optional.ofNullable(body.stripLeading().startsWith("{") ? json.readTree(body) : null);
        } catch (JsonProcessingException none) {
            return Optional.empty();
        }
    }

    private static Map<String, String> form(String body) {
        var fields = new HashMap<String, String>();
        for (String pair : body.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                fields.putIfAbsent(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return fields;
    }

    private static String decoded(String written) {
        try {
            return URLDecoder.decode(written, UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }
}
