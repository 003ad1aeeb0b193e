package fr.appui.pages;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The invented territory of the demonstration, on the evening of Saturday 14 November 2026. */
public final class Demonstration implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "appui.directory.reference", "reference/hauts-de-france.yaml,reference/demonstration.yaml",
                "appui.clock.start-at", "2026-11-14T20:04:00Z",
                "quarkus.http.proxy.proxy-address-forwarding", "true",
                "quarkus.http.proxy.trusted-proxies", "127.0.0.1",
                "appui.telephony.fastagi.port", "0");
    }

    @Override
    public String getConfigProfile() {
        return "test";
    }
}
