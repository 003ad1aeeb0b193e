package fr.appui.web;

import fr.appui.directory.StorageGate;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A node that does not know the database it sees changes nothing in it. */
final class WriteGate {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final StorageGate storage;

    WriteGate(StorageGate storage) {
        this.storage = storage;
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        if (!READING.contains(request.getMethod())) {
            storage.refusal().ifPresent(why -> {
                throw Problem.unavailable("Ce nœud prend les appels et n’écrit rien : " + why + ".");
            });
        }
    }
}
