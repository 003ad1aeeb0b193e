package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What no telephone sends: nothing breaks, and the next call goes through. */
@ExtendWith(Lab.class)
@Execution(ExecutionMode.CONCURRENT)
class MalformedCallsIT {

    private static final String HEAD = "Via: SIP/2.0/UDP HERE;branch=z9hG4bKmal%1$d;rport\r\nMax-Forwards: 70\r\n"
            + "To: <sip:0344100000@THERE>\r\nCall-ID: malformed-%1$d\r\nCSeq: 1 INVITE\r\n";

    @Test
    void theNextCallGoesThrough(Scene scene, Scene another) {
        String[] froms = {
            "From: <sip:0612345678@HERE>;tag=1\r\n",
            "From: <sip:%00%ff%0d%0a@HERE>;tag=2\r\n",
            "From: \"${SHELL(id)}\" <sip:'\"$[1/0]@HERE>;tag=3\r\n",
            "From: <sip:" + "9".repeat(3_000) + "@HERE>;tag=4\r\n",
            "From: nonsense\r\n",
            "From: <tel:+33>;tag=6\r\n",
            "",
        };
        int number = 0;
        for (String from : froms) {
            for (String dialled : new String[] {
                another.line(), "0".repeat(2_000), "+*#!", "${EXTEN}", "%2e%2e%2f", "", "03|44,10&!~00"
            }) {
                String head = HEAD.formatted(++number) + from;
                scene.carrierSends("INVITE sip:" + dialled + "@THERE SIP/2.0\r\n" + head
                        + "Contact: <sip:x@HERE>\r\nContent-Length: 0\r\n\r\n");
            }
        }
        scene.carrierSends("INVITE\r\n\r\n");
        scene.carrierSends("\0\1\2 SIP/2.0\r\nVia: \r\n\r\n");
        scene.carrierSends("INVITE sip:" + another.line() + "@THERE SIP/2.0\r\n" + HEAD.formatted(900)
                + "From: <sip:0612345678@HERE>;tag=900\r\nContact: <sip:x@HERE>\r\nContent-Type: application/sdp\r\n"
                + "Content-Length: 40\r\n\r\nv=0\r\nm=audio 99999999 RTP/AVP 8 8 8\r\n\r\nc=");
        scene.carrierSends("INVITE sip:" + another.line() + "@THERE SIP/2.0\r\n" + HEAD.formatted(901)
                + "From: <sip:0612345678@HERE>;tag=901\r\nContent-Length: 99999\r\n\r\n");
        scene.carrierSends(
                "REFER sip:" + another.line() + "@THERE SIP/2.0\r\n"
                        + HEAD.formatted(902).replace("1 INVITE", "1 REFER")
                        + "From: <sip:0612345678@HERE>;tag=902\r\nRefer-To: <sip:%s?Replaces=%00>\r\nContent-Length: 0\r\n\r\n");

        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        nurse.talksWith(scene.first().isRung().isUp());
        nurse.hangUp();
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
        assertThat(scene.asterisk().cli("core show uptime")).contains("uptime");
    }
}
