package fr.appui.calls;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The sound of one party: sends A-law frames filled with the party's own voice (one byte value) every 20 ms, and counts the
 * frames in which it hears each other voice. Asterisk passes A-law through unchanged, so a voice that arrives is proof that
 * the two are joined; music and prompts are never one byte value for a whole frame.
 */
final class Media implements AutoCloseable {

    private static final int FRAME = 160;
    private static final int HEADER = 12;
    private static final byte ALAW = 8;
    private static final byte TELEPHONE_EVENT = 101;

    private final DatagramSocket socket;
    private final String address;
    private final int port;
    private final byte voice;
    private final AtomicInteger[] heard = new AtomicInteger[256];
    private final AtomicInteger frames = new AtomicInteger();
    private final AtomicInteger packets = new AtomicInteger();
    private final StringBuffer keys = new StringBuffer();
    private volatile InetSocketAddress towards = new InetSocketAddress(0);
    private volatile boolean silent;
    private volatile int sequence;
    private volatile int timestamp;

    Media(InetAddress here, byte voice) throws IOException {
        this.socket = new DatagramSocket(0, here);
        this.address = here.getHostAddress();
        this.port = socket.getLocalPort();
        this.voice = voice;
        for (int i = 0; i < heard.length; i++) {
            heard[i] = new AtomicInteger();
        }
        Thread.ofVirtual().name("listen-" + voice).start(this::listen);
    }

    String offer() {
        return describe(
                "m=audio PORT RTP/AVP 8 101|a=rtpmap:8 PCMA/8000|a=rtpmap:101 telephone-event/8000|a=fmtp:101 0-16"
                        + "|a=sendrecv");
    }

    /** As {@link #offer}, from somebody who sends nothing before they speak. */
    String silently() {
        silent = true;
        return offer();
    }

    /** On hold. */
    String inactive() {
        return offer().replace("sendrecv", "inactive");
    }

    /** No keys but tones in the sound. */
    String soundAlone() {
        return describe("m=audio PORT RTP/AVP 8");
    }

    /** As a fax adapter. */
    String soundAndImage() {
        return describe("m=audio PORT RTP/AVP 8 101|a=rtpmap:101 telephone-event/8000|m=image 40002 udptl t38");
    }

    /** @param lines of media, separated by {@code |}; PORT is where this party listens */
    String describe(String lines) {
        return "v=0\r\no=- 1 1 IN IP4 %s\r\ns=-\r\nc=IN IP4 %s\r\nt=0 0\r\n".formatted(address, address)
                + lines.replace("PORT", Integer.toString(port)).replace("|", "\r\n") + "\r\n";
    }

    void speakTo(InetSocketAddress other) {
        boolean first = towards.getPort() == 0;
        towards = other;
        if (first) {
            Thread.ofVirtual().name("speak-" + voice).start(this::speak);
        }
    }

    /** From now on nothing is sent: three who talk at once are mixed, and no voice is one byte any more. */
    void fallSilent() {
        silent = true;
    }

    byte voice() {
        return voice;
    }

    int framesOf(byte otherVoice) {
        return heard[otherVoice & 0xff].get();
    }

    /** Frames of any sound. */
    int frames() {
        return frames.get();
    }

    /** A key as RFC 4733 has it: the same event told again and again, its end three times. */
    synchronized void press(char key) throws IOException {
        int event = "0123456789*#".indexOf(key);
        int start = timestamp;
        for (int i = 1; i <= 8; i++) {
            boolean end = i > 5;
            int duration = Math.min(i, 5) * FRAME;
            ByteBuffer payload = ByteBuffer.allocate(4)
                    .put((byte) event)
                    .put((byte) (end ? 0x8a : 0x0a))
                    .putShort((short) duration);
            send(TELEPHONE_EVENT, i == 1, start, payload.array());
        }
    }

    /** A key as two tones in place of the voice, for a fifth of a second. */
    synchronized void pressInTheSound(char key) throws IOException, InterruptedException {
        int place = "123A456B789C*0#D".indexOf(key);
        double low = List.of(697, 770, 852, 941).get(place / 4);
        double high = List.of(1209, 1336, 1477, 1633).get(place % 4);
        for (int start = 0; start < 10 * FRAME; start += FRAME) {
            byte[] frame = new byte[FRAME];
            for (int i = 0; i < FRAME; i++) {
                double at = 2 * Math.PI * (start + i) / 8_000;
                frame[i] = alaw((int) (6_000 * (Math.sin(low * at) + Math.sin(high * at))));
            }
            timestamp += FRAME;
            send(ALAW, false, timestamp, frame);
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    /** ITU-T G.711. */
    private static byte alaw(int sample) {
        int magnitude = Math.min(Math.abs(sample), 32_635) >> 4;
        int exponent = Math.max(0, 27 - Integer.numberOfLeadingZeros(magnitude));
        int mantissa = exponent == 0 ? magnitude >> 1 & 0xf : magnitude >> exponent & 0xf;
        return (byte) ((exponent << 4 | mantissa | (sample < 0 ? 0 : 0x80)) ^ 0x55);
    }

    /** Packets of any sound, whatever carries it. */
    int packets() {
        return packets.get();
    }

    /** The keys that the other one pressed, one after the other. */
    String keysHeard() {
        return keys.toString();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void speak() {
        byte[] frame = new byte[FRAME];
        java.util.Arrays.fill(frame, voice);
        try {
            while (!socket.isClosed()) {
                synchronized (this) {
                    timestamp += FRAME;
                    if (!silent) {
                        send(ALAW, false, timestamp, frame);
                    }
                }
                Thread.sleep(Duration.ofMillis(20));
            }
        } catch (IOException | InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(byte type, boolean marker, int at, byte[] payload) throws IOException {
        byte[] packet = ByteBuffer.allocate(HEADER + payload.length)
                .put((byte) 0x80)
                .put((byte) (marker ? type | 0x80 : type))
                .putShort((short) sequence++)
                .putInt(at)
                .putInt(System.identityHashCode(this))
                .put(payload)
                .array();
        socket.send(new DatagramPacket(packet, packet.length, towards));
    }

    private void listen() {
        byte[] buffer = new byte[2048];
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        int lastKey = 0;
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
            } catch (IOException closed) {
                return;
            }
            packets.incrementAndGet();
            // one key is told in many packets, all with the time at which it began
            if (packet.getLength() == HEADER + 4 && (buffer[1] & 0x7f) == TELEPHONE_EVENT) {
                int began = ByteBuffer.wrap(buffer).getInt(4);
                if (began != lastKey) {
                    lastKey = began;
                    keys.append("0123456789*#".charAt(buffer[HEADER]));
                }
            }
            if (packet.getLength() == HEADER + FRAME && (buffer[1] & 0x7f) == ALAW) {
                frames.incrementAndGet();
                if (isOneVoice(buffer)) {
                    heard[buffer[HEADER] & 0xff].incrementAndGet();
                }
            }
        }
    }

    private static boolean isOneVoice(byte[] buffer) {
        for (int i = HEADER + 1; i < HEADER + FRAME; i++) {
            if (buffer[i] != buffer[HEADER]) {
                return false;
            }
        }
        return true;
    }
}
