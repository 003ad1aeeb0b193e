package fr.appui.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A telephone network beside Asterisk on one UDP socket: everyone who rings or is rung through one trunk. */
final class Network implements AutoCloseable {

    private final DatagramSocket socket;
    private final InetSocketAddress asterisk;
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<String, Leg> legs = new ConcurrentHashMap<>();
    private static final AtomicInteger VOICES = new AtomicInteger();

    Network(InetSocketAddress here, InetSocketAddress asterisk) throws IOException {
        this.socket = new DatagramSocket(here);
        this.asterisk = asterisk;
        Thread.ofVirtual().name("network-" + here).start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Someone with this number, as the network writes it. */
    Person person(String number) {
        return people.computeIfAbsent(number, key -> new Person(this, key));
    }

    Leg place(Person caller, String dialled, SipMessage.Header... more) {
        Leg leg = new Leg(this, caller, media());
        legs.put(leg.id(), leg);
        leg.invite(dialled, List.of(more));
        return leg;
    }

    Leg placeUnacknowledged(Person caller, String dialled) {
        Leg leg = new Leg(this, caller, media()).neverAcknowledging();
        legs.put(leg.id(), leg);
        leg.invite(dialled, List.of());
        return leg;
    }

    void send(SipMessage message) {
        send(message, asterisk);
    }

    /** @param there another switch than this network's */
    void send(SipMessage message, InetSocketAddress there) {
        byte[] bytes = message.bytes();
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, there));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that are no SIP of ours. */
    void sendRaw(String text) {
        sendRaw(text.getBytes(StandardCharsets.UTF_8));
    }

    void sendRaw(byte[] bytes) {
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, asterisk));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InetSocketAddress asterisk() {
        return asterisk;
    }

    String address() {
        return socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    @Override
    public void close() {
        legs.values().forEach(Leg::close);
        socket.close();
    }

    private Media media() {
        try {
            return new Media(socket.getLocalAddress(), (byte) (1 + VOICES.getAndIncrement() % 79));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        byte[] buffer = new byte[65_535];
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
            } catch (IOException closed) {
                return;
            }
            receive(SipMessage.parse(buffer, packet.getLength()));
        }
    }

    private void receive(SipMessage message) {
        Leg leg = legs.get(message.header("Call-ID"));
        if (leg != null) {
            leg.receive(message);
        } else if (message.isResponse() || message.method().equals("ACK")) {
            return;
        } else if (message.method().equals("INVITE")) {
            ring(message);
        } else {
            send(Leg.answer(message, message.method().equals("OPTIONS") ? "200 OK" : "481 Unknown", ""));
        }
    }

    private void ring(SipMessage invite) {
        Person callee = people.get(invite.dialled());
        if (callee == null) {
            send(Leg.answer(invite, "404 Not Found", "nobody"));
            return;
        }
        Leg leg = new Leg(this, callee, media(), invite);
        legs.put(leg.id(), leg);
        callee.rung(leg);
    }
}
