package fr.appui.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.audit.AuditLog;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditResourceTest {

    /** What storage counts to is an int. */
    @Test
    void whateverPageIsAskedForCanBeCountedTo() {
        AuditLog log = (AuditLog) Proxy.newProxyInstance(
                AuditLog.class.getClassLoader(), new Class<?>[] {AuditLog.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("total")) {
                        return 3L;
                    }
                    assertThat(Math.multiplyExact((int) arguments[0], (int) arguments[1]))
                            .isNotNegative();
                    return List.of();
                });
        assertThat(new AuditResource(log)
                        .entries(Integer.MAX_VALUE, Integer.MAX_VALUE)
                        .items())
                .isEmpty();
        assertThat(new AuditResource(log).entries(-1, -1).page()).isZero();
    }
}
