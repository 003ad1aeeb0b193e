package fr.appui.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.EllipticCurve;
import java.util.Arrays;

/** The curve of browsers' keys (RFC 8291): with a point that is not on it nothing can be sealed. */
final class P256 {

    private static final int COORDINATE = 32;
    private static final byte UNCOMPRESSED = 4;
    private static final EllipticCurve CURVE = curve();

    private P256() {}

    /** @param point uncompressed: 4, x, y */
    static boolean holds(byte[] point) {
        if (point.length != 1 + 2 * COORDINATE || point[0] != UNCOMPRESSED) {
            return false;
        }
        BigInteger p = ((ECFieldFp) CURVE.getField()).getP();
        var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE));
        var y = new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, point.length));
        return x.compareTo(p) < 0
                && y.compareTo(p) < 0
                && y.multiply(y)
                        .mod(p)
                        .equals(x.pow(3)
                                .add(CURVE.getA().multiply(x))
                                .add(CURVE.getB())
                                .mod(p));
    }

    private static EllipticCurve curve() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class).getCurve();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
