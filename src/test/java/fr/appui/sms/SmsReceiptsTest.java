package fr.appui.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.french.InvalidInput;
import fr.appui.sms.SmsReceipts.Receipt;
import fr.appui.sms.SmsReceipts.State;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As the gateways of the market tell it. */
class SmsReceiptsTest {

    private static final String SECRET = "0123456789abcdef";

    @Test
    void ourReferenceInTheAddress() {
        assertThat(receipts().read(Map.of("reference", "r-1", "status", "DELIVERED"), ""))
                .isEqualTo(new Receipt("r-1", State.DELIVERED));
    }

    @Test
    void aFormWithTheGatewaysOwnName() {
        var receipts = SmsServer.receipts(
                Map.of("receipts.id", "MessageSid", "receipts.status", "MessageStatus", "receipts.secret", SECRET));
        assertThat(receipts.read(Map.of(), "MessageSid=SM42&MessageStatus=undelivered&ErrorCode=30003&To=%2B336"))
                .isEqualTo(new Receipt("SM42", State.FAILED));
    }

    @Test
    void aFigureInTheAddress() {
        var receipts = SmsServer.receipts(Map.of(
                "receipts.id", "id", "receipts.status", "ptt", "receipts.delivered", "1", "receipts.failed", "2,16"));
        assertThat(receipts.read(Map.of("id", "77", "ptt", "1"), "").state()).isEqualTo(State.DELIVERED);
        assertThat(receipts.read(Map.of("id", "77", "ptt", "16"), "").state()).isEqualTo(State.FAILED);
        assertThat(receipts.read(Map.of("id", "77", "ptt", "8"), "").state()).isEqualTo(State.NOTHING_YET);
    }

    @Test
    void aFieldWithinJson() {
        var receipts = SmsServer.receipts(Map.of(
                "receipts.id", "/messageId", "receipts.status", "/status/value", "receipts.delivered", "DELIVERED"));
        assertThat(receipts.read(Map.of(), "{\"messageId\":\"m-1\",\"status\":{\"value\":\"delivered\"}}"))
                .isEqualTo(new Receipt("m-1", State.DELIVERED));
    }

    @ParameterizedTest
    @CsvSource({"sent", "buffered", "accepted", "unknown", "''"})
    void aWordThatNoSettingNamesSaysNothing(String status) {
        assertThat(receipts()
                        .read(Map.of("reference", "r-1", "status", status), "")
                        .state())
                .isEqualTo(State.NOTHING_YET);
    }

    @Test
    void whatNamesNoMessageIsRefusedByItsField() {
        for (String body :
                new String[] {"", "{", "{\"status\":\"delivered\"}", "%%%=%", "reference=" + "x".repeat(101)}) {
            assertThatThrownBy(() -> receipts().read(Map.of(), body))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("« reference »");
        }
    }

    @Test
    void aSecretIsTheGatewaysRight() {
        assertThat(receipts().isFromTheGateway(SECRET)).isTrue();
        assertThat(receipts().isFromTheGateway(SECRET + "0")).isFalse();
        assertThat(receipts().isFromTheGateway("")).isFalse();
    }

    @Test
    void withoutASecretOrWithAShortOneNobodyIsTheGateway() {
        assertThat(SmsServer.receipts(Map.of()).isFromTheGateway("")).isFalse();
        var guessable = SmsServer.receipts(Map.of("receipts.secret", "sms"));
        assertThat(guessable.isFromTheGateway("sms")).isFalse();
        assertThat(guessable.areTaken()).isFalse();
    }

    private static SmsReceipts receipts() {
        return SmsServer.receipts(Map.of("receipts.secret", SECRET));
    }
}
