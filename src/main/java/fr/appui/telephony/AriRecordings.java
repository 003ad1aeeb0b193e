package fr.appui.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.recordings.SwitchRecordings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks each switch, through ARI, which announcements it finds and which set of recordings it was last given. */
@ApplicationScoped
class AriRecordings implements SwitchRecordings {

    private final List<AriLink> switches;

    AriRecordings(TelephonySettings settings, ObjectMapper json) {
        this.switches = settings.switches().entrySet().stream()
                .map(entry -> new AriLink(entry.getKey(), entry.getValue().ari(), json))
                .toList();
    }

    @Override
    public List<Told> ask() {
        return switches.stream().map(AriRecordings::ask).toList();
    }

    private static Told ask(AriLink link) {
        if (!link.isConfigured()) {
            return untold(link, "pas d’accès ARI");
        }
        try {
            Set<String> names = new HashSet<>();
            for (JsonNode sound : link.get("/ari/sounds?lang=fr")) {
                names.add(sound.path("id").asText());
            }
            String set = link.get("/ari/asterisk/variable?variable=APPUI_RECORDINGS")
                    .path("value")
                    .asText();
            return new Told(
                    link.name(), Optional.empty(), names, Optional.of(set).filter(value -> !value.isEmpty()));
        } catch (IOException silent) {
            return untold(link, "ne répond pas");
        }
    }

    private static Told untold(AriLink link, String why) {
        return new Told(link.name(), Optional.of(why), Set.of(), Optional.empty());
    }
}
