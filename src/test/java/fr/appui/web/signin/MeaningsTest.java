package fr.appui.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeaningsTest {

    @Test
    void everyParameterOfEveryRouteHasAMeaning() {
        List<String> unknown = RouteTable.routes().stream()
                .flatMap(route -> RouteParameters.of(route).stream()
                        .filter(told -> Meanings.of(route, told).isEmpty())
                        .map(told -> route.method() + " " + told.key(route)))
                .toList();
        assertThat(unknown)
                .as("say in Meanings what each of these identifies, or that it identifies nothing")
                .isEmpty();
    }
}
