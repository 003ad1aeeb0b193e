package fr.appui.web.directory;

import fr.appui.recordings.LineRecordings;
import fr.appui.recordings.RecordingSet;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The recordings of every line, as the switches fetch them (deploy/recordings-pull). */
@Path("/api/recordings")
@Tag(name = "directory")
public class RecordingsResource {

    private final LineRecordings recordings;

    RecordingsResource(LineRecordings recordings) {
        this.recordings = recordings;
    }

    @GET
    @Path("/set")
    @Produces("application/x-tar")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(
            summary = "Les enregistrements propres à chaque ligne, pour les commutateurs ; ETag est leur somme SHA-256")
    @APIResponse(responseCode = "304", description = "Le commutateur a déjà ceux-là (If-None-Match)")
    public Response set(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        byte[] tar = recordings.set().tar();
        String tag = "\"" + RecordingSet.sha256(tar) + "\"";
        return tag.equals(known)
                ? Response.notModified().header(HttpHeaders.ETAG, tag).build()
                : Response.ok(tar).header(HttpHeaders.ETAG, tag).build();
    }
}
