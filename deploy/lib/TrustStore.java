import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/** Writes a Java trust store from PEM files: {@code java TrustStore.java STORE FILE...}. */
class TrustStore {
    public static void main(String[] args) throws Exception {
        var store = KeyStore.getInstance("JKS");
        store.load(null, null);
        var factory = CertificateFactory.getInstance("X.509");
        for (int i = 1; i < args.length; i++) {
            try (var pem = Files.newInputStream(Path.of(args[i]))) {
                int n = 0;
                for (var certificate : factory.generateCertificates(pem)) {
                    store.setCertificateEntry(args[i] + "#" + n++, certificate);
                }
            }
        }
        try (var out = Files.newOutputStream(Path.of(args[0]))) {
            store.store(out, "changeit".toCharArray());
        }
    }
}
