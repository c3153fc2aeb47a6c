package io.partnerflow.webhooks;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** Whose certificates are believed: those Java believes, and those of a file beside them. */
final class TrustedCertificates {

    private TrustedCertificates() {}

    /**
     * @param more PEM file; null for none
     * @throws IllegalStateException if it cannot be read, or holds no certificate
     */
    static SSLSocketFactory sockets(@Nullable Resource more) {
        if (more == null) {
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
        try (var file = more.getInputStream()) {
            var added = CertificateFactory.getInstance("X.509").generateCertificates(file).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (added.isEmpty()) {
                throw new GeneralSecurityException("there is none");
            }
            var all = new ArrayList<>(javas());
            all.addAll(added);
            return believing(all);
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException(
                    "partnerflow.webhooks.trusted-certificates: no certificates (PEM) can be read from " + more,
                    unusable);
        }
    }

    private static List<X509Certificate> javas() throws GeneralSecurityException {
        var known = managers(null).getTrustManagers();
        return Arrays.asList(((X509TrustManager) known[0]).getAcceptedIssuers());
    }

    private static SSLSocketFactory believing(List<X509Certificate> certificates)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (var number = 0; number < certificates.size(); number++) {
            store.setCertificateEntry(Integer.toString(number), certificates.get(number));
        }
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers(store).getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private static TrustManagerFactory managers(@Nullable KeyStore store) throws GeneralSecurityException {
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        return managers;
    }
}
