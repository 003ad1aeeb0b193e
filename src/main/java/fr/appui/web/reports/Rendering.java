package fr.appui.web.reports;

import fr.appui.indicators.render.PrintedCsv;
import fr.appui.indicators.render.PrintedDocx;
import fr.appui.indicators.render.PrintedPdf;
import fr.appui.indicators.render.PrintedXlsx;
import fr.appui.indicators.report.Printable;
import fr.appui.indicators.report.ReportJson;
import fr.appui.web.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The formats of a document. The suffix of the address decides, else what the client accepts, else JSON. */
enum Rendering {
    JSON(MediaType.APPLICATION_JSON),
    CSV("text/csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("application/pdf");

    private final String mediaType;

    Rendering(String mediaType) {
        this.mediaType = mediaType;
    }

    /** @param suffix {@code .pdf}, or empty */
    static Rendering asked(String suffix, HttpHeaders headers) {
        if (!suffix.isEmpty()) {
            return named(suffix.substring(1));
        }
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(accepted -> Arrays.stream(values())
                        .filter(rendering -> accepted.isCompatible(MediaType.valueOf(rendering.mediaType))))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "Accept",
                        "demander application/json, text/csv, application/pdf, un classeur xlsx ou un document docx"));
    }

    private static Rendering named(String name) {
        Optional<Rendering> found = Arrays.stream(values())
                .filter(rendering -> rendering.suffix().equals(name))
                .findFirst();
        return found.orElseThrow(() -> Problem.badRequest("suffixe", "choisir .json, .csv, .xlsx, .docx ou .pdf"));
    }

    /** @param document what JSON says; @param printable what the others print; @param file without its suffix */
    Response of(Object document, Supplier<Printable> printable, String file) {
        return of(document, printable, Form.PLAIN, file);
    }

    /** What a document looks like. @param logos of the title page @param layout of the text document, where there is one */
    record Form(Supplier<List<byte[]>> logos, Supplier<Optional<byte[]>> layout) {
        static final Form PLAIN = new Form(List::of, Optional::empty);
    }

    Response of(Object document, Supplier<Printable> printable, Form form, String file) {
        Object entity = switch (this) {
            case JSON -> ReportJson.write(document);
            case CSV -> PrintedCsv.render(printable.get());
            case XLSX -> PrintedXlsx.render(printable.get());
            case DOCX -> PrintedDocx.render(printable.get(), form.layout().get());
            case PDF -> PrintedPdf.render(printable.get(), form.logos().get());
        };
        Response.ResponseBuilder response = Response.ok(entity).type(withCharset());
        return this == JSON
                ? response.build()
                : response.header("Content-Disposition", "inline; filename=\"" + file + "." + suffix() + "\"")
                        .build();
    }

    private String withCharset() {
        return this == JSON || this == CSV ? mediaType + ";charset=UTF-8" : mediaType;
    }

    private String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
