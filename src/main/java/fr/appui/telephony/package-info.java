/**
 * The wire between Asterisk and the decision: FastAGI, AMI, CEL, ARI and AstDB on one side, dispatch and trace on the
 * other. No rule lives here.
 */
@NullMarked
package fr.appui.telephony;

import org.jspecify.annotations.NullMarked;
