package fr.appui.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What {@code manager.conf} promises of the service's account, which whoever reads a backup or a configuration may have. */
@ExtendWith(Lab.class)
@Execution(ExecutionMode.CONCURRENT)
class AmiAccountIT {

    @Test
    void itReadsAndDoesNothing(Scene scene) throws IOException {
        try (AmiReader ami = new AmiReader(scene.asterisk().amiPort())) {
            for (String action : List.of(
                    "ModuleLoad\r\nModule: func_shell.so\r\nLoadType: load",
                    "DialplanExtensionAdd\r\nContext: from-carrier\r\nExtension: 1\r\nPriority: 1\r\nApplication: NoOp",
                    "GetConfig\r\nFilename: manager.conf",
                    "UpdateConfig\r\nSrcFilename: manager.conf\r\nDstFilename: manager.conf",
                    "Command\r\nCommand: core show version",
                    "Setvar\r\nVariable: GLOBAL(APPUI_SWITCH)\r\nValue: bb-2",
                    "Originate\r\nChannel: Local/s@appui-nowhere\r\nApplication: NoOp",
                    "Redirect\r\nChannel: PJSIP/carrier-1\r\nContext: x\r\nExten: s\r\nPriority: 1",
                    "Hangup\r\nChannel: /.*/",
                    "DBPut\r\nFamily: appui\r\nKey: age\r\nVal: 1",
                    "DBDelTree\r\nFamily: appui",
                    "Reload")) {
                assertThat(answer(ami, action)).as(action).contains("Message: Permission denied");
            }
            assertThat(answer(ami, "DBGet\r\nFamily: appui\r\nKey: age")).contains("Response: Success");
            assertThat(answer(ami, "Getvar\r\nVariable: SHELL(id)")).doesNotContain("uid=");
            assertThat(answer(ami, "Getvar\r\nVariable: FILE(/etc/passwd)")).doesNotContain("root:");
        }
    }

    /** Two nodes write to one switch: neither takes the other's confirmation away. */
    @Test
    void twoWhoWriteAtOnceEachLearnOfTheirOwn(Scene scene) throws IOException, InterruptedException {
        write(scene, "0a0a", "aa-1");
        write(scene, "0b0b", "bb-2");
        try (AmiReader ami = new AmiReader(scene.asterisk().amiPort())) {
            await().until(() -> written(ami, "0b0b").contains("Value: bb-2"));
            await().until(() -> written(ami, "0a0a").contains("Value: aa-1"));
        }
    }

    private static String written(AmiReader ami, String writer) throws IOException {
        return answer(ami, "Getvar\r\nVariable: APPUI_WRITTEN_" + writer);
    }

    /** As the service begins it (DialplanStore), with nothing to change. */
    private static void write(Scene scene, String writer, String batch) throws IOException, InterruptedException {
        String account = "appui:" + SwitchProcess.SECRET;
        var begun = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                        + scene.asterisk().ariPort()
                                        + "/ari/channels?endpoint=Local/s@appui-store/n&context=appui-nowhere"
                                        + "&extension=s&priority=1&formats=alaw"))
                                .header(
                                        "Authorization",
                                        "Basic " + Base64.getEncoder().encodeToString(account.getBytes(UTF_8)))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"variables\":{\"APPUI_WRITER\":\"" + writer
                                        + "\",\"APPUI_BATCH\":\"" + batch + "\",\"APPUI_CHANGES\":\"0\"}}"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(begun.statusCode()).isEqualTo(200);
    }

    private static int asked;

    private static String answer(AmiReader ami, String action) throws IOException {
        String id = "ActionID: " + ++asked;
        ami.say("Action: " + action + "\r\n" + id + "\r\n\r\n");
        await(action).until(() -> ami.blocks().stream().anyMatch(block -> block.contains(id)));
        return ami.blocks().stream()
                .filter(block -> block.contains(id))
                .findFirst()
                .orElseThrow();
    }
}
