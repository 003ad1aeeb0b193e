package fr.appui.telephony;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * AstDB of one switch: read over AMI; written by the one extension of the dialplan that may (extensions-store.conf), which is begun
 * through ARI with what is to change. The AMI account itself writes nothing.
 */
final class DialplanStore implements AstDb {

    /** Asterisk reads a request of at most 40 960 bytes. */
    private static final int LONGEST = 30_000;

    private static final int MOST = 200;
    private static final Duration LOOK = Duration.ofMillis(5);

    private final Ami ami;
    private final AriLink ari;
    private final Duration patience;
    /** Of several who write to one switch, each looks for its own confirmation. */
    private final String writer = UUID.randomUUID().toString().substring(0, 4);

    private final List<String> changes = new ArrayList<>();

    DialplanStore(Ami ami, AriLink ari, Duration patience) {
        this.ami = ami;
        this.ari = ari;
        this.patience = patience;
    }

    @Override
    public String get(String key) throws IOException {
        return ami.get(key);
    }

    @Override
    public void put(String key, String value) {
        changes.add(own(key) + "~" + value);
    }

    @Override
    public void deleteTree(String key) {
        changes.add(own(key) + "~");
    }

    @Override
    public void flush() throws IOException {
        List<String> all = List.copyOf(changes);
        changes.clear();
        int start = 0;
        while (start < all.size()) {
            int end = start;
            int length = 0;
            while (end < all.size()
                    && end - start < MOST
                    && length + all.get(end).length() < LONGEST) {
                length += all.get(end).length() + 30;
                end++;
            }
            if (end == start) {
                throw new IOException(
                        "une valeur de " + all.get(start).length() + " caractères est trop longue pour AstDB");
            }
            write(all.subList(start, end));
            start = end;
        }
    }

    /** Tells the dialplan that the service is there, so that it asks it again at once. */
    void announce() throws IOException {
        if (ari.isConfigured()) {
            write(List.of());
        }
    }

    /** @throws IOException unless all of it is written when this returns */
    private void write(List<String> part) throws IOException {
        String batch = UUID.randomUUID().toString();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("APPUI_WRITER", writer);
        variables.put("APPUI_BATCH", batch);
        variables.put("APPUI_CHANGES", Integer.toString(part.size()));
        for (int i = 0; i < part.size(); i++) {
            variables.put("APPUI_CHANGE_" + (i + 1), part.get(i));
        }
        begin(new AriLink.Origination("appui-store", "appui-nowhere", variables));
        long end = System.nanoTime() + patience.toNanos();
        while (!ami.globalVariable("APPUI_WRITTEN_" + writer).equals(batch)) {
            if (System.nanoTime() > end) {
                throw new IOException("AstDB : l’écriture n’est pas confirmée par le commutateur");
            }
            pause();
        }
    }

    private void begin(AriLink.Origination origination) throws IOException {
        if (!ari.isConfigured()) {
            throw new IOException(
                    "AstDB : écrire demande l’accès ARI (appui.telephony.switches." + ari.name() + ".ari.password)");
        }
        switch (ari.originate(origination)) {
            case AriLink.Answer.Begun begun -> {}
            case AriLink.Answer.Unreachable unreachable -> throw new IOException(unreachable.why());
            case AriLink.Answer.Refused refused -> throw new IOException(refused.why());
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("arrêt du service", stopped);
        }
    }

    private static String own(String key) {
        return key.substring("appui/".length());
    }
}
