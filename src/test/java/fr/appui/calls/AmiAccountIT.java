package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code manager.conf} promises of the service's account, which whoever reads a backup or a configuration may have. */
@ExtendWith(Lab.class)
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
                    "Setvar\r\nVariable: GLOBAL(APPUI_SWITCH)\r\nValue: other",
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
