package fr.appui.directory.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class MailRefusalsTest {

    @Test
    void whatAServerOrTheNetworkSaysIsToldInFrench() {
        assertThat(MailRefusals.inFrench("550 no such user")).isEqualTo("l’adresse est refusée : la vérifier");
        assertThat(MailRefusals.inFrench("Connection refused: mail/10.0.0.1:25"))
                .contains("ne répond pas");
        assertThat(MailRefusals.inFrench("552 message too large")).isEqualTo("le serveur de messagerie l’a refusé");
    }

    /** A server says to whom it refused to write; the log is read by others. */
    @Test
    void theLogTellsWhatFailedAndToNobodysAddress() {
        var refused = new IllegalStateException(
                "sending to claire.lefevre@exemple.fr", new SocketTimeoutException("550 claire.lefevre@exemple.fr"));
        assertThat(MailRefusals.kindOf(refused)).isEqualTo("SocketTimeoutException");
    }
}
