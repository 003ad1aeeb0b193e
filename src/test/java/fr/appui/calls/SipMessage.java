package fr.appui.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One SIP message as text: enough of RFC 3261 for parties that behave. */
record SipMessage(String startLine, List<Header> headers, String body) {

    record Header(String name, String value) {}

    static SipMessage parse(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, UTF_8);
        int split = text.indexOf("\r\n\r\n");
        String[] lines = text.substring(0, split).split("\r\n");
        List<Header> headers = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.add(new Header(
                    lines[i].substring(0, colon).strip(),
                    lines[i].substring(colon + 1).strip()));
        }
        return new SipMessage(lines[0], List.copyOf(headers), text.substring(split + 4));
    }

    boolean isResponse() {
        return startLine.startsWith("SIP/2.0");
    }

    int status() {
        return Integer.parseInt(startLine.split(" ")[1]);
    }

    String method() {
        return isResponse() ? header("CSeq").split(" +")[1] : startLine.split(" ")[0];
    }

    /** The user part of a request's address: the number dialled. */
    String dialled() {
        return userOf(startLine.split(" ")[1]);
    }

    String header(String name) {
        return find(name).orElse("");
    }

    Optional<String> find(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** The port that the other side's media comes from and goes to. */
    int mediaPort() {
        return body.lines()
                .filter(line -> line.startsWith("m=audio "))
                .map(line -> Integer.parseInt(line.split(" ")[1]))
                .findFirst()
                .orElseThrow();
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(startLine).append("\r\n");
        headers.forEach(header ->
                text.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        return text.append("Content-Length: ")
                .append(body.getBytes(UTF_8).length)
                .append("\r\n\r\n")
                .append(body)
                .toString()
                .getBytes(UTF_8);
    }

    static String userOf(String address) {
        return address.replaceFirst("^.*sips?:", "").replaceFirst("[@;>].*$", "");
    }

    static String tagOf(String address) {
        return address.replaceFirst("^.*;tag=", "").replaceFirst(";.*$", "");
    }

    static String uriOf(String address) {
        return address.contains("<") ? address.replaceFirst("^.*<", "").replaceFirst(">.*$", "") : address;
    }
}
