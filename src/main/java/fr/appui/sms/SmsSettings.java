package fr.appui.sms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An HTTP gateway that sends text messages. In the address, the body and nowhere else, {@code {to}} stands for the number in E.164,
 * {@code {text}} for the message and {@code {reference}} for our own name of it, each written as the place demands.
 */
@ConfigMapping(prefix = "appui.outreach.sms")
public interface SmsSettings {

    /** Absent, no text message is sent. */
    Optional<String> url();

    /** How the gateway is asked. */
    @WithDefault("POST")
    String method();

    /** {@code application/json} or {@code application/x-www-form-urlencoded}. */
    @WithDefault("application/json")
    String contentType();

    /** What it is sent; in JSON or in a form, as the content type says. */
    @WithDefault("{\"to\":\"{to}\",\"text\":\"{text}\"}")
    String body();

    /** The header that says who asks. */
    @WithDefault("Authorization")
    String authHeader();

    /** {@code Bearer …}, or whatever the gateway wants. */
    Optional<String> authValue();

    /** How long its answer may take. */
    @WithDefault("10s")
    Duration patience();

    /** A notice of planning that no gateway took for so long is of no use any more. */
    @WithDefault("12h")
    Duration useful();

    /**
     * Where the gateway's answer holds its own name of the message, as a JSON pointer ({@code /sid}, {@code /ids/0}): its receipts say that
     * name. An answer without it is told, and the message not sent again. Absent where receipts say {@code {reference}}.
     */
    Optional<String> answerId();

    Receipts receipts();

    /** What the gateway tells at {@code /api/sms-receipts} once it knows more. */
    interface Receipts {

        /** A secret (APPUI_OUTREACH_SMS_RECEIPTS_SECRET) of 16 characters at least, the gateway's password there. Absent, none is taken. */
        Optional<String> secret();

        /** The field that names the message: a parameter of the address or of a form, a field of JSON, or a JSON pointer. */
        @WithDefault("reference")
        String id();

        /** The field that says what became of it. */
        @WithDefault("status")
        String status();

        /** What that field says once the telephone has the message, in any case. */
        @WithDefault("delivered")
        List<String> delivered();

        /** What it says once the telephone will not have it. Anything else says nothing yet. */
        @WithDefault("failed,undelivered,undeliverable,rejected,expired")
        List<String> failed();
    }
}
