/**
 * For the SAMU and the SAS: one question, who answers now and on which number to transfer. Answered from the rota in
 * memory, as calls are.
 */
@NullMarked
package fr.appui.web.regulator;

import org.jspecify.annotations.NullMarked;
