package fr.appui.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RouteTableTest {

    private static final Path PAGE = Path.of("docs", "fr", "roles.md");

    @Test
    void everyRouteDeclaresWhoMayUseIt() {
        assertThat(RouteTable.routes())
                .filteredOn(route -> route.rule().isEmpty())
                .as("give each of these @RolesAllowed(Roles.…), @Authenticated or @PermitAll")
                .isEmpty();
    }

    @Test
    void thePageOfRolesSaysWhatTheCodeSays() throws IOException {
        String expected = RouteTable.asMarkdown(RouteTable.routes());
        if (Boolean.getBoolean("roles.write")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(PAGE)
                .as("run once with JAVA_TOOL_OPTIONS=-Droles.write=true, then read what changed")
                .hasContent(expected);
    }
}
