package fr.appui.calls;

import static org.awaitility.Awaitility.await;

import fr.appui.calls.SipMessage.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One SIP dialog of one person with Asterisk, whoever began it, with its sound. */
final class Leg {

    private static final ScheduledExecutorService LATER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("later").factory());
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    enum State {
        RINGING,
        UP,
        OVER
    }

    private final Network network;
    private final Media media;
    private final Person owner;
    private final String callId;
    private final String own;
    private final Instant since = Instant.now();
    private final @Nullable SipMessage received;

    private volatile State state = State.RINGING;
    private volatile int status;
    private volatile boolean responded;
    private volatile boolean goodbyeAnswered;
    private final AtomicInteger keysByInfoTaken = new AtomicInteger();
    private volatile boolean dead;
    private volatile boolean acknowledging = true;
    private int timesAsked;
    private final CompletableFuture<Instant> askedInVain = new CompletableFuture<>();
    private volatile boolean onHold;
    private volatile String notified = "";
    private volatile @Nullable SipMessage sent;
    private final Map<String, Path> otherPaths = new ConcurrentHashMap<>();
    private int heardBefore = Integer.MAX_VALUE;
    private String peer;
    private String target;
    private String dialled = "";
    private String branch = "";
    private int sequence;

    /** A call that this person begins. */
    Leg(Network network, Person owner, Media media) {
        this(network, media, UUID.randomUUID().toString(), null, owner);
    }

    /** A call that reaches this person. */
    Leg(Network network, Person owner, Media media, SipMessage invite) {
        this(network, media, invite.header("Call-ID"), invite, owner);
    }

    private Leg(Network network, Media media, String callId, @Nullable SipMessage invite, Person owner) {
        this.network = network;
        this.media = media;
        this.owner = owner;
        this.callId = callId;
        this.received = invite;
        String tag = ";tag=" + UUID.randomUUID();
        this.own = invite == null
                ? "<sip:" + owner.number() + "@" + network.address() + ">" + tag
                : invite.header("To") + tag;
        this.peer = invite == null ? "" : invite.header("From");
        this.target = invite == null ? "" : SipMessage.uriOf(invite.header("Contact"));
    }

    String id() {
        return callId;
    }

    Instant since() {
        return since;
    }

    State state() {
        return state;
    }

    /** The last final SIP status. */
    int status() {
        return status;
    }

    /** The number that the telephone of the called person shows. */
    String shownCaller() {
        return received == null ? "" : SipMessage.userOf(received.header("From"));
    }

    // --- what the person does

    void invite(String number, List<Header> more) {
        dialled = number;
        target = "sip:" + number + "@" + network.asterisk().getHostString() + ":"
                + network.asterisk().getPort();
        peer = "<" + target + ">";
        branch = newBranch();
        sequence++;
        SipMessage invite = request("INVITE", branch, sequence, owner.offer(media));
        List<Header> headers = new ArrayList<>(invite.headers());
        headers.addAll(more);
        SipMessage whole = new SipMessage(invite.startLine(), headers, invite.body());
        sent = whole;
        network.send(whole);
    }

    /** As a telephone does over UDP while nothing answers at all. */
    void inviteAgainIfUnheard() {
        SipMessage again = sent;
        if (state == State.RINGING && !responded && again != null) {
            network.send(again);
        }
    }

    /** The same invitation by another way through the network, as a proxy sends it that forks, or tries a second route: another branch. */
    Path byAnotherPath() {
        return byAnotherPath(network.asterisk());
    }

    /** To another switch besides: of two that answer, one is dropped at once, as whoever rang does (RFC 3261, 13.2.2.4). */
    Path byAnotherSwitch(InetSocketAddress asterisk) {
        return byAnotherPath(asterisk);
    }

    private Path byAnotherPath(InetSocketAddress asterisk) {
        SipMessage first = Objects.requireNonNull(sent);
        String other = newBranch();
        List<Header> headers = new ArrayList<>(first.headers());
        headers.replaceAll(header ->
                header.name().equals("Via") ? new Header("Via", header.value().replace(branch, other)) : header);
        var again = new SipMessage(first.startLine(), headers, first.body());
        Path path = new Path(again, asterisk);
        otherPaths.put(other, path);
        network.send(again, asterisk);
        return path;
    }

    /** One of the ways by which the invitation came. */
    final class Path {

        private final SipMessage invite;
        private final InetSocketAddress asterisk;
        private final CompletableFuture<SipMessage> answered = new CompletableFuture<>();

        private Path(SipMessage invite, InetSocketAddress asterisk) {
            this.invite = invite;
            this.asterisk = asterisk;
        }

        private void receive(String via, SipMessage response) {
            if (!response.method().equals("INVITE") || response.status() < 200) {
                return;
            }
            boolean taken = response.status() < 300;
            network.send(within(request("ACK", taken ? newBranch() : via, 1, ""), response), asterisk);
            if (taken && asterisk.equals(network.asterisk())) {
                media.speakTo(mediaOf(response));
            } else if (taken && answered.complete(response)) {
                hangUp();
            }
            answered.complete(response);
        }

        /** The final SIP status of it. */
        int status() {
            return await().atMost(PATIENCE)
                    .until(() -> answered.getNow(null), Objects::nonNull)
                    .status();
        }

        boolean isOpen() {
            return !answered.isDone();
        }

        /** As a proxy does with its other ways once one of them was answered. */
        void cancel() {
            List<Header> headers = new ArrayList<>(invite.headers());
            headers.removeIf(header -> header.name().equals("Content-Type"));
            headers.replaceAll(
                    header -> header.name().equals("CSeq") ? new Header("CSeq", sequence + " CANCEL") : header);
            network.send(new SipMessage(invite.startLine().replace("INVITE", "CANCEL"), headers, ""), asterisk);
        }

        /** Where it was taken. */
        void hangUp() {
            sequence++;
            network.send(within(request("BYE", newBranch(), sequence, ""), answered.join()), asterisk);
        }
    }

    /** Of the dialog which that response makes. */
    private static SipMessage within(SipMessage request, SipMessage response) {
        List<Header> headers = new ArrayList<>(request.headers());
        headers.replaceAll(header -> header.name().equals("To") ? new Header("To", response.header("To")) : header);
        String target = response.status() < 300
                ? SipMessage.uriOf(response.header("Contact"))
                : request.startLine().split(" ")[1];
        return new SipMessage(request.method() + " " + target + " SIP/2.0", headers, request.body());
    }

    void ring() {
        network.send(answer("180 Ringing", ""));
    }

    synchronized void pickUp() {
        if (state == State.RINGING) {
            media.speakTo(mediaOf(invitation()));
            state = State.UP;
            network.send(answer("200 OK", owner.offer(media)));
        }
    }

    /** The BYE overtakes the answer, and no ringing told the switch a tag before: it knows of no such call yet, and says so (481). */
    synchronized void picksUpAfterHavingHungUp() {
        sequence++;
        network.send(request("BYE", newBranch(), sequence, ""));
        network.send(answer("200 OK", owner.offer(media)));
        over();
    }

    void refuse(String refusal) {
        over();
        network.send(answer(refusal, ""));
    }

    /** @param contact who is to be rung instead */
    void refuse(String refusal, String contact) {
        over();
        SipMessage answer = answer(refusal, "");
        List<Header> headers = new ArrayList<>(answer.headers());
        headers.removeIf(header -> header.name().equals("Contact"));
        headers.add(new Header("Contact", contact));
        network.send(new SipMessage(answer.startLine(), headers, ""));
    }

    /** The network under it is gone: nothing is heard of this leg any more, and it hears nothing. */
    void dies() {
        dead = true;
        media.close();
    }

    Leg neverAcknowledging() {
        acknowledging = false;
        return this;
    }

    /** Presses keys one after the other by RFC 4733. */
    void press(String keys) {
        try {
            for (char key : keys.toCharArray()) {
                if (state == State.UP) {
                    media.press(key);
                    Thread.sleep(200);
                }
            }
        } catch (IOException e) {
            if (state == State.UP) { // else the other side ended it in the middle of a key
                throw new UncheckedIOException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Presses one key as tones in the sound, as an old exchange does. */
    void pressInTheSound(char key) {
        try {
            media.pressInTheSound(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As gateways do that send each key as RFC 4733 and as SIP INFO. */
    void pressBothWays(String keys) {
        for (char key : keys.toCharArray()) {
            int taken = keysByInfoTaken.get();
            press(String.valueOf(key));
            pressByInfo(key);
            await("the switch took the key").atMost(PATIENCE).until(() -> keysByInfoTaken.get() > taken);
            pause();
        }
    }

    /** Both ways of one key arrive before the next, on a busy machine too. */
    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(600));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Presses one key by SIP INFO, as some gateways do. */
    void pressByInfo(char key) {
        sequence++;
        SipMessage info = request("INFO", newBranch(), sequence, "Signal=" + key + "\r\nDuration=160\r\n");
        List<Header> headers = new ArrayList<>(info.headers());
        headers.removeIf(header -> header.name().equals("Content-Type"));
        headers.add(new Header("Content-Type", "application/dtmf-relay"));
        network.send(new SipMessage(info.startLine(), headers, info.body()));
    }

    /** Hands the other side over to this number, as a telephone of a SAMU does: REFER. */
    void transfersTo(String number) {
        refer("<sip:" + number + "@" + network.asterisk().getHostString() + ":"
                + network.asterisk().getPort() + ">");
    }

    /** Hands the other side over to who is on the other leg: REFER with Replaces. */
    void transfersTo(Leg announced) {
        String replaces = announced.callId + "%3Bto-tag%3D" + SipMessage.tagOf(announced.peer) + "%3Bfrom-tag%3D"
                + SipMessage.tagOf(announced.own);
        refer("<" + announced.target + "?Replaces=" + replaces + ">");
    }

    private synchronized void refer(String target) {
        sequence++;
        SipMessage refer = request("REFER", newBranch(), sequence, "");
        List<Header> headers = new ArrayList<>(refer.headers());
        headers.add(new Header("Refer-To", target));
        headers.add(new Header("Referred-By", own.replaceFirst(";tag=.*$", "")));
        network.send(new SipMessage(refer.startLine(), headers, ""));
    }

    synchronized void hangUp() {
        if (state == State.UP) {
            sequence++;
            network.send(request("BYE", newBranch(), sequence, ""));
        } else if (state == State.RINGING && received == null) {
            network.send(request("CANCEL", branch, sequence, ""));
        }
        over();
    }

    /** Until the switch has heard of it: what is done afterwards on another leg comes later, however busy the machine is. */
    void hangUpAndIsHeard() {
        hangUp();
        await("the switch heard that this side hung up").atMost(PATIENCE).until(() -> goodbyeAnswered);
    }

    /** From now on the other side hears what its exchange plays, and this one sends no sound. */
    synchronized void putsOnHold() {
        onHold = true;
        media.fallSilent();
        sequence++;
        network.send(request("INVITE", newBranch(), sequence, media.inactive()));
    }

    /** A header of an invitation that would put its sender in this side's place. */
    Header replaced() {
        return new Header(
                "Replaces", callId + ";to-tag=" + SipMessage.tagOf(peer) + ";from-tag=" + SipMessage.tagOf(own));
    }

    Leg fallsSilent() {
        media.fallSilent();
        return this;
    }

    void later(Duration delay, Runnable act) {
        var unused = LATER.schedule(() -> Thread.ofVirtual().start(act), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    // --- what the person notices

    Leg isUp() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (Instant.now().isAfter(since.plusSeconds(1))) {
                inviteAgainIfUnheard();
            }
            return state != State.RINGING;
        });
        if (state != State.UP) {
            throw new AssertionError("the call to " + dialled + " ended with status " + status);
        }
        return this;
    }

    Leg isOver() {
        await().atMost(PATIENCE).until(() -> state == State.OVER);
        return this;
    }

    boolean hasEnded() {
        return state == State.OVER;
    }

    /** Both hear the other's voice from now on: at least ten frames each. */
    void talksWith(Leg other) {
        int mine = media.framesOf(other.media.voice());
        int theirs = other.media.framesOf(media.voice());
        await().atMost(PATIENCE)
                .until(() -> media.framesOf(other.media.voice()) > mine + 10
                        && other.media.framesOf(media.voice()) > theirs + 10);
    }

    /** Whether this voice comes within three seconds. */
    boolean eventuallyHears(Leg other) {
        try {
            await().atMost(Duration.ofSeconds(3)).until(() -> heard(other));
            return true;
        } catch (org.awaitility.core.ConditionTimeoutException silence) {
            return false;
        }
    }

    boolean heard(Leg other) {
        return media.framesOf(other.media.voice()) > 0;
    }

    /** Whether more of this voice came since the last time this was asked. */
    boolean hearsMoreOf(Leg other) {
        int now = media.framesOf(other.media.voice());
        boolean more = now > heardBefore;
        heardBefore = now;
        return more;
    }

    String keysHeard() {
        return media.keysHeard();
    }

    int packetsHeard() {
        return media.packets();
    }

    /** What the switch said last of a transfer. */
    String notified() {
        return notified;
    }

    /** A header of the invitation. */
    Header header(String name) {
        return new Header(name, invitation().header(name));
    }

    int framesHeardOf(byte sound) {
        return media.framesOf(sound);
    }

    int framesHeard() {
        return media.frames();
    }

    void close() {
        hangUp();
    }

    // --- SIP

    void receive(SipMessage message) {
        if (dead) {
            return;
        }
        if (message.isResponse()) {
            receiveResponse(message);
            return;
        }
        switch (message.method()) {
            case "ACK" -> {}
            case "INVITE" -> invitedAgain(message);
            case "NOTIFY" -> {
                notified = message.body();
                network.send(answer(message, "200 OK", own, ""));
            }
            case "CANCEL" -> {
                network.send(answer(message, "200 OK", own, ""));
                network.send(answer("487 Request Terminated", ""));
                over();
            }
            case "BYE" -> {
                network.send(answer(message, "200 OK", own, ""));
                over();
            }
            default -> network.send(answer(message, "200 OK", own, ""));
        }
    }

    /** A repeated invitation, because our first answer was late, rings on; a new one is accepted as long as the call lasts. */
    private synchronized void invitedAgain(SipMessage invite) {
        if (state == State.RINGING && received != null) {
            ring();
        } else if (state == State.OVER) {
            askedInVain.complete(Instant.now());
            network.send(answer(invite, "481 Call/Transaction Does Not Exist", own, ""));
        } else {
            timesAsked++;
            SipMessage accepted = answer(invite, "200 OK", own, onHold ? media.inactive() : owner.offer(media));
            if (!owner.hesitation().isZero()) {
                later(owner.hesitation(), () -> network.send(accepted));
            } else {
                network.send(accepted);
            }
        }
    }

    /** How often the switch invited this side anew in the middle of the call. */
    synchronized int timesAsked() {
        return timesAsked;
    }

    /** How long after it was rung the switch asked this side, which is gone, whether it has a call. */
    Duration untilAskedInVain() {
        return Duration.between(
                since, await().atMost(PATIENCE).until(() -> askedInVain.getNow(null), Objects::nonNull));
    }

    private synchronized void receiveResponse(SipMessage response) {
        String via = response.header("Via").replaceFirst("^.*;branch=", "").replaceFirst(";.*$", "");
        Path other = otherPaths.get(via);
        if (other != null) {
            other.receive(via, response);
            return;
        }
        responded = true;
        goodbyeAnswered |= response.method().equals("BYE");
        if (response.method().equals("INFO")) {
            keysByInfoTaken.incrementAndGet();
        }
        if (!acknowledging) {
            return;
        }
        if (!response.method().equals("INVITE") || response.status() < 200) {
            return;
        }
        status = response.status();
        peer = response.header("To");
        if (status < 300) {
            target = SipMessage.uriOf(response.header("Contact"));
            network.send(request("ACK", newBranch(), sequence, ""));
            if (state == State.RINGING) {
                media.speakTo(mediaOf(response));
                state = State.UP;
            }
        } else {
            network.send(request("ACK", branch, sequence, ""));
            over();
        }
    }

    private void over() {
        state = State.OVER;
        media.close();
    }

    private SipMessage invitation() {
        if (received == null) {
            throw new IllegalStateException("this person rang, and was not rung");
        }
        return received;
    }

    private InetSocketAddress mediaOf(SipMessage description) {
        return new InetSocketAddress(network.asterisk().getAddress(), description.mediaPort());
    }

    private SipMessage request(String method, String viaBranch, int number, String body) {
        List<Header> headers = new ArrayList<>(List.of(
                new Header("Via", "SIP/2.0/UDP " + network.address() + ";branch=" + viaBranch + ";rport"),
                new Header("Max-Forwards", "70"),
                new Header("From", own),
                new Header("To", peer),
                new Header("Call-ID", callId),
                new Header("CSeq", number + " " + method),
                new Header("Contact", "<sip:party@" + network.address() + ">")));
        if (!body.isEmpty()) {
            headers.add(new Header("Content-Type", "application/sdp"));
        }
        return new SipMessage(method + " " + target + " SIP/2.0", headers, body);
    }

    private SipMessage answer(String statusLine, String body) {
        return answer(invitation(), statusLine, own, body);
    }

    static SipMessage answer(SipMessage request, String statusLine, String tag) {
        return answer(request, statusLine, request.header("To") + ";tag=" + tag, "");
    }

    private static SipMessage answer(SipMessage request, String statusLine, String to, String body) {
        List<Header> headers = new ArrayList<>();
        request.all("Via").forEach(via -> headers.add(new Header("Via", via)));
        headers.add(new Header("From", request.header("From")));
        headers.add(new Header("To", to));
        headers.add(new Header("Call-ID", request.header("Call-ID")));
        headers.add(new Header("CSeq", request.header("CSeq")));
        headers.add(
                new Header("Contact", "<" + SipMessage.uriOf(request.startLine().split(" ")[1]) + ">"));
        if (!body.isEmpty()) {
            headers.add(new Header("Content-Type", "application/sdp"));
        }
        return new SipMessage("SIP/2.0 " + statusLine, headers, body);
    }

    private static String newBranch() {
        return "z9hG4bK" + UUID.randomUUID();
    }
}
