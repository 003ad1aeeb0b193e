package fr.appui.web.audit;

import fr.appui.directory.Audit;
import fr.appui.web.ClientAddress;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Adds when and from where. */
@ApplicationScoped
class ChainedAudit implements Audit {

    private static final String LOCAL = "local";

    private final AuditLog log;
    private final CurrentVertxRequest request;
    private final ClientAddress address;
    private final Clock clock;

    ChainedAudit(AuditLog log, CurrentVertxRequest request, ClientAddress address, Clock clock) {
        this.log = log;
        this.request = request;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public void record(String actor, String act, String subject, String detail) {
        log.append(new AuditEntry.Draft(clock.instant(), actor, act, subject, detail, origin()));
    }

    private String origin() {
        if (!Arc.container().requestContext().isActive()) {
            return LOCAL;
        }
        return Optional.ofNullable(request.getCurrent())
                .map(context -> address.of(context.request()))
                .orElse(LOCAL);
    }
}
