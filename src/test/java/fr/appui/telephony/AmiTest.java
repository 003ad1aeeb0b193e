package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.asteriskjava.manager.event.CelEvent;
import org.junit.jupiter.api.Test;

class AmiTest {

    @Test
    void anEventAsAsteriskSendsItIsARecord() {
        assertThat(Ami.record(event(), Clock.systemUTC()))
                .hasValueSatisfying(record -> assertThat(record.type()).isEqualTo("LINKEDID_END"));
    }

    @Test
    void anEventThatLacksAFieldIsNone() {
        CelEvent forged = new CelEvent(this);
        forged.setEventName("LINKEDID_END");
        forged.setLinkedID("1795875793.0");
        assertThat(Ami.record(forged, Clock.systemUTC())).isEmpty();
    }

    @Test
    void anEventOfNoChannelIsNone() {
        CelEvent forged = event();
        forged.setUniqueID("1795875793.0\n");
        assertThat(Ami.record(forged, Clock.systemUTC())).isEmpty();
    }

    private CelEvent event() {
        CelEvent event = new CelEvent(this);
        event.setEventName("LINKEDID_END");
        event.setEventTime("1795875793.666158");
        event.setAmaFlags("DOCUMENTATION");
        event.setChannel("PJSIP/carrier-00000000");
        event.setUniqueID("1795875793.0");
        event.setLinkedID("1795875793.0");
        return event;
    }
}
