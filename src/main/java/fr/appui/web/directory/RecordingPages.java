package fr.appui.web.directory;

import fr.appui.directory.Territory;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import fr.appui.recordings.LineRecordings;
import fr.appui.recordings.Prompts;
import fr.appui.recordings.Prompts.Prompt;
import fr.appui.recordings.Sound;
import fr.appui.recordings.StudioRecording;
import fr.appui.recordings.SwitchRecordings;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** What callers of a line hear: each announcement listened to, replaced by a studio's recording, and whether the switches have it. */
@Path("/annuaire")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class RecordingPages {

    /** Numbers and hours are parts of sentences, in one voice: all of them or none, so not by this page. */
    private static final Pattern PARTS = Pattern.compile("(nombre|chiffre|heure|minute)-.*");

    private final LineRecordings recordings;
    private final SwitchRecordings switches;
    private final Desk pages;

    RecordingPages(LineRecordings recordings, SwitchRecordings switches, Desk pages) {
        this.recordings = recordings;
        this.switches = switches;
        this.pages = pages;
    }

    /** @param own whether the line has its own recording @param absent switches that say they lack the announcement */
    record Row(Prompt prompt, Optional<LineRecordings.Kept> own, String absent) {}

    /** @param set whether the switch plays the recordings of now */
    record State(String name, String problem, boolean upToDate) {}

    record Page(Territory territory, List<Row> rows, List<State> switches, String error) {}

    @CheckedTemplate(basePath = "annuaire")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance annonces(Page page);
    }

    @GET
    @Path("{code}/annonces")
    public TemplateInstance list(@RestPath String code) {
        return page(pages.territory(code), "");
    }

    @POST
    @Path("{code}/annonces")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response send(
            @RestPath String code, @RestForm @DefaultValue("") String prompt, @RestForm @Nullable FileUpload file) {
        Territory territory = pages.territory(code);
        Optional<Prompt> known = replaceable(prompt);
        if (known.isEmpty() || file == null || WrittenValue.isNothing(file.fileName())) {
            return Desk.refused(page(territory, "enregistrement : choisir l’annonce et un fichier WAV"));
        }
        try {
            Sound sound = StudioRecording.convert(content(file));
            recordings.put(territory.code(), known.get().name(), sound, pages.author());
            return Response.seeOther(URI.create("/annuaire/" + code + "/annonces"))
                    .build();
        } catch (InvalidInput refused) {
            return Desk.refused(page(territory, refused.sentence()));
        }
    }

    @POST
    @Path("{code}/annonces/{prompt}/retrait")
    public Response remove(@RestPath String code, @RestPath String prompt) {
        Territory territory = pages.territory(code);
        recordings.remove(territory.code(), named(prompt).name(), pages.author());
        return Response.seeOther(URI.create("/annuaire/" + code + "/annonces")).build();
    }

    @GET
    @Path("{code}/annonces/{prompt}.wav")
    @Produces("audio/wav")
    public byte[] listen(@RestPath String code, @RestPath String prompt) {
        Territory territory = pages.territory(code);
        return recordings
                .of(territory.code(), named(prompt).name())
                .map(LineRecordings.Kept::sound)
                .orElseGet(() -> Prompts.sound(named(prompt)))
                .wav();
    }

    @GET
    @Path("{code}/annonces/{prompt}/livree.wav")
    @Produces("audio/wav")
    public byte[] listenToTheOneDelivered(@RestPath String code, @RestPath String prompt) {
        pages.territory(code);
        return Prompts.sound(named(prompt)).wav();
    }

    private TemplateInstance page(Territory territory, String error) {
        Map<String, LineRecordings.Kept> own = recordings.of(territory.code()).stream()
                .collect(Collectors.toMap(LineRecordings.Kept::prompt, Function.identity()));
        List<SwitchRecordings.Told> told = switches.ask();
        List<Row> rows = Prompts.all().stream()
                .filter(prompt -> !PARTS.matcher(prompt.name()).matches())
                .map(prompt -> new Row(prompt, Optional.ofNullable(own.get(prompt.name())), absent(prompt, told)))
                .toList();
        String current = recordings.set().sha256();
        List<State> states = told.stream()
                .map(one -> new State(
                        one.name(),
                        one.problem().orElse(""),
                        one.set().filter(current::equals).isPresent()))
                .toList();
        return Templates.annonces(new Page(territory, rows, states, error));
    }

    private static String absent(Prompt prompt, List<SwitchRecordings.Told> told) {
        return told.stream()
                .filter(one -> one.problem().isEmpty() && !one.announcements().contains(prompt.name()))
                .map(SwitchRecordings.Told::name)
                .collect(Collectors.joining(", "));
    }

    private static Prompt named(String prompt) {
        return replaceable(prompt).orElseThrow(() -> Problem.notFound("L’annonce « " + prompt + " » n’existe pas."));
    }

    private static Optional<Prompt> replaceable(String prompt) {
        return Prompts.named(prompt)
                .filter(known -> !PARTS.matcher(known.name()).matches());
    }

    private static byte[] content(FileUpload file) {
        if (file.size() > StudioRecording.LARGEST_BYTES) {
            throw new InvalidInput("enregistrement : il dépasse 2 Mo ; envoyer du WAV mono, 16 bits");
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
