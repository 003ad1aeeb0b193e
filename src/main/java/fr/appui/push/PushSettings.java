package fr.appui.push;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Messages to devices (web push), under {@code appui.push}. Without both keys there are none, and the pages say so. */
@ConfigMapping(prefix = "appui.push")
public interface PushSettings {

    /** VAPID: 65 bytes in base64url. Every device subscribed under it: a new pair asks all of them to subscribe again. */
    Optional<String> publicKey();

    /** A secret (APPUI_PUSH_PRIVATE_KEY): 32 bytes in base64url, of the same pair. */
    Optional<String> privateKey();

    /** Whom a push service writes to when something is wrong: {@code mailto:…} or an address of the site. */
    @WithDefault("mailto:postmaster@localhost")
    String contact();

    /**
     * The only hosts written to, whatever a browser names: a name, {@code *.} and a name for what is under it, or a whole origin
     * ({@code https://push.hopital.example:8443}).
     */
    @WithDefault("fcm.googleapis.com,updates.push.services.mozilla.com,*.notify.windows.com,web.push.apple.com")
    List<String> hosts();

    /** For a connection, and for an answer. */
    @WithDefault("10s")
    Duration patience();

    /** A device that is off gets the message when it is on again, up to so long after; it is tried no longer either. */
    @WithDefault("12h")
    Duration useful();

    /** A device that nobody used this service on for so long is forgotten. */
    @WithDefault("P90D")
    Duration lasts();
}
