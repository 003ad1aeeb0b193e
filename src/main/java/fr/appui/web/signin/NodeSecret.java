package fr.appui.web.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A secret of this node, written anew at each start and readable by its account alone: who brings it reads the node's own folder. */
@Singleton
final class NodeSecret {

    private static final Logger LOG = Logger.getLogger(NodeSecret.class);
    private static final String BEARER = "Bearer ";

    private final Path file;
    private volatile Optional<String> secret = Optional.empty();

    NodeSecret(HealthSettings settings) {
        this.file = settings.tokenFile();
    }

    /** Whole or not there: what is half written would be believed. */
    void write(@Observes StartupEvent start) {
        String token = UUID.randomUUID().toString();
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path whole = Files.createTempFile(
                    folder,
                    "check-token",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(whole, token);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            secret = Optional.of(token);
        } catch (IOException | UnsupportedOperationException unwritable) {
            LOG.warnf("%s is not written, appui check tells states alone: %s", file, unwritable);
        }
    }

    /** @param authorization the header as it was brought */
    boolean isIn(@Nullable String authorization) {
        return isSame(authorization, secret);
    }

    static boolean isSame(@Nullable String authorization, Optional<String> token) {
        return authorization != null
                && token.map(known ->
                                MessageDigest.isEqual((BEARER + known).getBytes(UTF_8), authorization.getBytes(UTF_8)))
                        .orElse(false);
    }
}
