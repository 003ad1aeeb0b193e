package fr.appui.telephony;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.regex.Pattern;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;

/**
 * Each question as a span, where a site sends spans: which call and the word for what was seen. What follows that word may be a
 * caller's number, and no span holds it.
 */
record TracedQuestions(AgiScript questions, Tracer tracer) implements AgiScript {

    private static final Pattern CALL = Pattern.compile("[a-z][a-z0-9-]*-[0-9]+[.][0-9]+");
    private static final Pattern WORD = Pattern.compile("[a-z-]+");

    @Override
    public void service(AgiRequest request, AgiChannel channel) throws AgiException {
        Span span = tracer.spanBuilder("decision").setSpanKind(SpanKind.SERVER).startSpan();
        try (Scope current = span.makeCurrent()) {
            String[] arguments = request.getArguments();
            if (arguments.length > 2) {
                note(span, "appui.call", arguments[1], CALL);
                note(span, "appui.observed", arguments[2].split("\\|", 2)[0], WORD);
            }
            questions.service(request, channel);
        } catch (AgiException | RuntimeException failed) {
            span.setStatus(StatusCode.ERROR);
            throw failed;
        } finally {
            span.end();
        }
    }

    private static void note(Span span, String name, String value, Pattern shape) {
        if (shape.matcher(value).matches()) {
            span.setAttribute(name, value);
        }
    }
}
