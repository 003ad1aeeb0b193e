import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/** Writes the certificates of a PEM file to a Java trust store: {@code java TrustStore.java PEM STORE}. */
class TrustStore {
    public static void main(String[] args) throws Exception {
        var store = KeyStore.getInstance("JKS");
        store.load(null, null);
        try (var pem = Files.newInputStream(Path.of(args[0]))) {
            int n = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("authority-" + n++, certificate);
            }
        }
        try (var out = Files.newOutputStream(Path.of(args[1]))) {
            store.store(out, "changeit".toCharArray());
        }
    }
}
